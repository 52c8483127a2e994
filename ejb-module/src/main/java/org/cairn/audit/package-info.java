/**
 * Who did what, about whom, from where, when, and how it ended.
 *
 * <p>Owns the tables {@code audit_entry}, {@code audit_seal}, {@code audit_verification} and {@code
 * audit_finding}, and the files with the anchors outside the database. Decides what an entry looks
 * like, which reads and refusals are one entry, how entries are chained ({@link
 * org.cairn.audit.Seal}), what is wrong with a chain, and which entries a guardian is told of
 * ({@link org.cairn.audit.LearnerReads}). Publishes nothing; observes {@link
 * org.cairn.caller.TenantRegistered}, since it stands above {@code caller}. {@code docs/audit.md}
 * tells what is recorded and how to verify it.
 */
@NullMarked
package org.cairn.audit;

import org.jspecify.annotations.NullMarked;
