package org.cairn.lessonplan;

import java.time.Instant;

/**
 * A link to a document, for one reader.
 *
 * @param token what the link says, signed; whoever has it can open the document as the reader
 * @param expiresAt when it opens nothing any more
 */
public record DocumentLinkView(String token, Instant expiresAt) {}
