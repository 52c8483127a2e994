package org.cairn.archive;

import java.time.Instant;
import java.util.UUID;

/**
 * What a link says, and nobody but Cairn can have written: which object of a learner, for which
 * reader, until when. It is no permission: what the reader may see is asked anew at each use.
 *
 * @param tenant the district of object and reader
 * @param reader the {@code sub} of the reader's tokens
 * @param guardian the reader as a person of the roster
 * @param container one of learners' objects
 * @param about what the object tells of, such as a journey
 * @param file what it is: {@code summary.pdf}
 * @param expiresAt when the link opens nothing any more
 */
public record SignedLink(
    String tenant,
    String reader,
    UUID guardian,
    UUID learner,
    Container container,
    UUID about,
    String file,
    Instant expiresAt) {}
