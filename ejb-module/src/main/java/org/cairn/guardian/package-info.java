/**
 * Guardians and their children: codes with which they are linked, links and their end, and the days
 * on which one may see nothing.
 *
 * <p>Owns {@code pairing_code}, {@code pairing_try}, {@code guardian_restriction} and {@code
 * guardian_settings}, and writes the rows of the roster's {@code guardianship} that people make or
 * end. Decides who may link whom, for how long a code is good, and whether a guardian meets answers
 * ({@link org.cairn.guardian.AnswerSharing}). Shows guardians who looked at a child's records
 * ({@link org.cairn.guardian.AccessLog}). Whom a guardian may see is told by the roster's view
 * {@code guards}, which heeds restrictions. Publishes and observes nothing.
 */
@NullMarked
package org.cairn.guardian;

import org.jspecify.annotations.NullMarked;
