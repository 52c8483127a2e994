package org.cairn.archive;

import java.time.Instant;

/**
 * An object as the storage has it.
 *
 * @param path in its container
 * @param mediaType as it was declared when it was written
 * @param size of the stored bytes
 * @param sha256 of the stored bytes, in hexadecimal; of encrypted ones where they are encrypted
 * @param storedAt when the storage took it
 */
public record StoredObject(
    String path, String mediaType, long size, String sha256, Instant storedAt) {}
