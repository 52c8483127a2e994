package org.cairn.onboarding;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The newest version of a track's definition.
 *
 * @param version {@code district-2} for one's own, {@code shared-1} for one that everybody has;
 *     also its entity tag
 * @param state {@code ACTIVE}, {@code INACTIVE} where the definition itself says so, or {@code
 *     RETIRED}
 * @param changedAt when it was made, retired or opened again
 * @param changedBy the token's subject, or the name of the job
 * @param definition the document, as {@code track.schema.json} describes it
 */
public record TrackDefinitionView(
    String key,
    String version,
    String name,
    String state,
    Instant changedAt,
    @Nullable String changedBy,
    Map<String, Object> definition) {}
