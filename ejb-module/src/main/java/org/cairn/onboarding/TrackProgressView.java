package org.cairn.onboarding;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One track as one learner sees it.
 *
 * @param steps in their order
 * @param nextStep the key of the first step that is still to be done, absent when there is none
 */
public record TrackProgressView(TrackView track, List<StepView> steps, @Nullable String nextStep) {}
