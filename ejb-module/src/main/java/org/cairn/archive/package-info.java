/**
 * Object storage: what is too large for rows, or shall outlive them.
 *
 * <p>Owns {@code content_object}, the objects' bytes in a folder or in Azure Blob Storage, and the
 * keys that learners' and districts' objects are encrypted with, outside the database. Decides
 * which containers there are, who writes and reads them ({@link org.cairn.archive.Container}), what
 * an object may be named ({@link org.cairn.archive.ObjectPath}), and that a learner's objects are
 * readable only while the learner's key exists. Publishes and observes nothing. {@code
 * docs/object-storage.md} tells more.
 */
@NullMarked
package org.cairn.archive;

import org.jspecify.annotations.NullMarked;
