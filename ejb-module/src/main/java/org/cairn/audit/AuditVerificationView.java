package org.cairn.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A verification of a tenant's audit.
 *
 * @param state {@code RUNNING}, {@code INTACT}, {@code DIFFERENT}, or {@code BROKEN_OFF} when its
 *     server stopped
 * @param entries the sealed entries that there are to check, once it has begun
 * @param checked how many of them are checked
 * @param anchors how many anchors outside the database agree
 * @param differences how many differences were found
 * @param findings the first of them
 */
public record AuditVerificationView(
    UUID id,
    String state,
    Instant startedAt,
    @Nullable Instant finishedAt,
    @Nullable Long entries,
    long checked,
    long anchors,
    long differences,
    List<AuditFindingView> findings) {

  AuditVerificationView with(List<AuditFindingView> found) {
    return new AuditVerificationView(
        id, state, startedAt, finishedAt, entries, checked, anchors, differences, found);
  }
}
