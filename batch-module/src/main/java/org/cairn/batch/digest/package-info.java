/**
 * The job {@code guardian-digest}: has {@link org.cairn.digest.DigestWork} plan a week's digests
 * once it is due, and sends them, each once at most.
 *
 * <p>Owns no table, decides nothing.
 */
@NullMarked
package org.cairn.batch.digest;

import org.jspecify.annotations.NullMarked;
