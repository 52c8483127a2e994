package org.cairn.roster;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * When an org's schools meet: what it says itself, and what follows with its parents' words.
 *
 * @param timeZone its own IANA zone, absent where the parent's holds
 * @param nonSchoolDays its own
 * @param effectiveTimeZone its own, else the nearest parent's, else UTC
 * @param inheritedNonSchoolDays its parents'
 */
public record CalendarView(
    UUID orgId,
    @Nullable String timeZone,
    List<NonSchoolDay> nonSchoolDays,
    String effectiveTimeZone,
    List<NonSchoolDay> inheritedNonSchoolDays) {}
