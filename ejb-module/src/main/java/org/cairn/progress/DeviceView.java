package org.cairn.progress;

import java.time.Instant;

/**
 * A device that a learner has synced from.
 *
 * @param clientId as it names itself
 * @param lastSyncAt when it last sent events, by Cairn's clock
 * @param clockSkewMillis how far its own clock ran ahead then
 */
public record DeviceView(String clientId, Instant lastSyncAt, long clockSkewMillis) {}
