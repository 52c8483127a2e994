/**
 * What is not kept for ever: rows whose time is over go at night, category by category.
 *
 * <p>Owns no table: it removes from those of others what {@link org.cairn.retention.Category}
 * lists, and nothing else; what is not listed stays, as the log, the ledger and the audit do.
 * Decides how long each category is kept. Publishes and observes nothing. {@code
 * docs/operations.md} has the list.
 */
@NullMarked
package org.cairn.retention;

import org.jspecify.annotations.NullMarked;
