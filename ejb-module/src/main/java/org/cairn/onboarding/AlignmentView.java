package org.cairn.onboarding;

import java.util.List;

/**
 * What aligning the definitions did.
 *
 * @param created keys that were new
 * @param changed keys that got a new version
 * @param unchanged how many were as before
 * @param retired how many versions were closed to new learners, or opened again
 * @param refused one line for each definition that is wrong: file, place, reason
 */
public record AlignmentView(
    List<String> created, List<String> changed, int unchanged, int retired, List<String> refused) {}
