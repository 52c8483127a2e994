package org.cairn.leaderboard;

import org.jspecify.annotations.Nullable;

/**
 * Which board is asked for, as texts from outside. What is absent is the widest: the district, all
 * grades and careers.
 *
 * @param metric {@code xp} (the default), {@code level}, {@code streak} or {@code achievements}
 * @param period {@code all} (the default), or {@code term} or {@code week} with the metric xp
 * @param school a school's id
 * @param classId a class's id; not together with a school
 * @param grade a CEDS code; learners may name their own only
 * @param career the id of a career
 * @param limit how many players from the top, 1 to 100; 50 by default
 * @param around how many neighbors of the caller on either side, 0 to 25; 5 by default
 */
public record LeaderboardQuery(
    @Nullable String metric,
    @Nullable String period,
    @Nullable String school,
    @Nullable String classId,
    @Nullable String grade,
    @Nullable String career,
    @Nullable Integer limit,
    @Nullable Integer around) {}
