/**
 * The digest that guardians are mailed once a week: what their children did.
 *
 * <p>Owns {@code digest_settings}, {@code digest_preference}, {@code digest_week} and {@code
 * guardian_digest}. Decides when a week's digests are due ({@link org.cairn.digest.DigestRules}),
 * who gets one, and what it says: for children whom the guardian may see at that moment, how much
 * was done, and never an answer. A mail cannot be taken back, so a row is claimed before it is sent
 * and settled afterwards: at most one mail for a guardian and a week, whatever dies in between.
 * Reads what others publish as views, publishes and observes nothing.
 */
@NullMarked
package org.cairn.digest;

import org.jspecify.annotations.NullMarked;
