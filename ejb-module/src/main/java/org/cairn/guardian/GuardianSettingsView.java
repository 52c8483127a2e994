package org.cairn.guardian;

import org.jspecify.annotations.Nullable;

/**
 * What a district lets guardians see.
 *
 * @param revision counts changes, from 0
 * @param answersShown whether guardians see their children's questions and answers; without it they
 *     see figures alone
 * @param changedBy the subject of whoever changed them last
 */
public record GuardianSettingsView(int revision, boolean answersShown, @Nullable String changedBy) {

  static final GuardianSettingsView DEFAULT = new GuardianSettingsView(0, false, null);
}
