package org.cairn.gamification;

import java.time.LocalDate;
import org.cairn.roster.SchoolCalendar;
import org.jspecify.annotations.Nullable;

/**
 * Where a learner stands before a change of its days.
 *
 * @param calendar of the learner's school now
 * @param grade CEDS code
 * @param account the numbers, without what was paid for single sources
 * @param days those from the asked one on, and the one before
 * @param lastEarning the latest day of which there is an earning
 */
record Game(
    SchoolCalendar calendar,
    @Nullable String grade,
    Account account,
    ActiveDays days,
    @Nullable LocalDate lastEarning) {}
