/**
 * The job {@code object-cleanup}: forgets versions of content that were replaced long ago, and
 * removes from the object storage what no row tells of.
 *
 * <p>Owns no table, decides nothing.
 */
@NullMarked
package org.cairn.batch.archive;

import org.jspecify.annotations.NullMarked;
