package org.cairn.access;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A learner as those see it who may.
 *
 * @param learnerId Cairn's id
 * @param sourcedId the roster's id
 * @param givenName the preferred given name, else the given name
 * @param grade CEDS code, such as {@code KG} or {@code 07}
 */
public record LearnerView(
    UUID learnerId,
    String sourcedId,
    String givenName,
    String familyName,
    @Nullable String grade) {}
