package org.cairn.achievement;

import java.util.List;
import org.cairn.access.ActingLearner;
import org.cairn.shared.DomainEvent;

/**
 * A learner has unlocked achievements.
 *
 * @param learner whose lock this transaction holds
 * @param keys the new ones
 * @param total how many the learner has now
 */
public record AchievementsUnlocked(ActingLearner learner, List<String> keys, long total)
    implements DomainEvent {}
