/**
 * The jobs {@code audit-sealing} and {@code audit-verification}: call {@link
 * org.cairn.audit.AuditSeals} and {@link org.cairn.audit.AuditVerificationWork} until they are
 * done.
 *
 * <p>Owns no table, decides nothing: what a seal is stands in {@code org.cairn.audit}.
 */
@NullMarked
package org.cairn.batch.audit;

import org.jspecify.annotations.NullMarked;
