package org.cairn.support;

import org.jspecify.annotations.Nullable;

/**
 * How a district wants its learners supported.
 *
 * @param revision counts changes, from 0
 * @param approvalRequired whether a guardian's override of a grade waits for the school's word
 * @param inactiveSchoolDays after how many school days without activity a learner needs help, 1 to
 *     60
 * @param scoreDrop by how many points the mean of the last three lessons is below that of the three
 *     before for scores to be falling, 1 to 100
 * @param changedBy the subject of whoever changed them last
 */
public record SupportSettingsView(
    int revision,
    boolean approvalRequired,
    int inactiveSchoolDays,
    int scoreDrop,
    @Nullable String changedBy) {

  static final SupportSettingsView DEFAULT = new SupportSettingsView(0, false, 3, 15, null);
}
