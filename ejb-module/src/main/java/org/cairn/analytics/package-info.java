/**
 * Figures over many learners: how careers, companions, skills and journeys fare.
 *
 * <p>Owns {@code analytics_cursor}, {@code analytics_feed}, {@code analytics_event} with a
 * partition for each month, {@code analytics_detached}, {@code analytics_month}, {@code
 * analytics_closing} and {@code analytics_part}; reads the views {@code logged_event}, {@code
 * log_end}, {@code lesson_done}, {@code learner_place} and {@code group_minimum} that others
 * publish. Decides what an event of the log adds to which figures ({@link
 * org.cairn.analytics.FactRules}), when a month is closed, summed up, archived and dropped, and of
 * how few learners nothing is told. Publishes and observes nothing: the log is read by position,
 * from a job. {@code docs/analytics.md} tells more.
 */
@NullMarked
package org.cairn.analytics;

import org.jspecify.annotations.NullMarked;
