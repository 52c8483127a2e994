package org.cairn.achievement;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An achievement as a learner has it, or is on the way to it.
 *
 * @param rarity {@code common}, {@code rare}, {@code epic} or {@code legendary}
 * @param xp its reward; absent for a learner up to grade 2
 * @param count how much is done of what is needed, at most that
 * @param needed how much of it unlocks the achievement
 * @param unlockedAt when the event that unlocked it counts; absent while it is locked
 * @param eventId that event
 * @param ruleVersion the version of the rules that unlocked it
 */
public record AchievementView(
    String key,
    String name,
    String description,
    String rarity,
    @Nullable Integer xp,
    long count,
    long needed,
    boolean unlocked,
    @Nullable Instant unlockedAt,
    @Nullable String eventId,
    @Nullable String ruleVersion) {}
