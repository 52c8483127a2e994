package org.cairn.archive;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An object of authors' content in one version. The version is its bytes: the same bytes are the
 * same version.
 *
 * @param container such as {@code audio-narration}
 * @param path in the container
 * @param version SHA-256 of its bytes, in hexadecimal
 * @param size in bytes
 * @param mediaType without parameters
 * @param shared whether it is everybody's rather than the district's own
 * @param storedAt when this version was written first
 * @param url where this version can be read for ever; never another one
 */
public record ContentObjectView(
    String container,
    String path,
    String version,
    long size,
    String mediaType,
    boolean shared,
    Instant storedAt,
    @Nullable String url) {}
