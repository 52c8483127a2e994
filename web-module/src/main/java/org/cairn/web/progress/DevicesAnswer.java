package org.cairn.web.progress;

import java.util.List;
import org.cairn.progress.DeviceView;

/** A learner's devices, the one that synced last first. */
public record DevicesAnswer(List<DeviceView> devices) {}
