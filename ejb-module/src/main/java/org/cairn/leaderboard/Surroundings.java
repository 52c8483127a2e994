package org.cairn.leaderboard;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a board is seen by.
 *
 * @param term the first day of the present term
 * @param today the day at the caller's school, else at the group's, else at the district's first
 * @param ownSchool the caller's; {@code null} for whoever is no learner of the group
 * @param schoolOfGroup the school that the group is, or is in
 */
record Surroundings(
    LocalDate term, LocalDate today, @Nullable UUID ownSchool, @Nullable UUID schoolOfGroup) {}
