package org.cairn.onboarding;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A tip that the coach has given.
 *
 * @param day the school's
 * @param number of the day's tips, from 1
 */
record Tip(LocalDate day, int number, Instant givenAt, String trackKey, String stepKey) {}
