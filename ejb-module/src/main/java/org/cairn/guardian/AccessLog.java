package org.cairn.guardian;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.cairn.access.Care;
import org.cairn.audit.Audit;
import org.cairn.audit.AuditEntryView;
import org.cairn.audit.LearnerReads;
import org.cairn.caller.Callers;
import org.cairn.caller.Roles;
import org.cairn.shared.Page;
import org.jspecify.annotations.Nullable;

/** Who looked at a child's records, for its guardians. */
@Stateless
@RolesAllowed(Roles.GUARDIAN)
public class AccessLog {

  private static final Set<String> TOLD =
      Set.of(
          Roles.GUARDIAN,
          Roles.TEACHER,
          Roles.SCHOOL_ADMIN,
          Roles.DISTRICT_ADMIN,
          Roles.MODERATOR,
          Roles.SYSTEM);

  @Inject private Care care;
  @Inject private LearnerReads reads;
  @Inject private Audit audit;

  /**
   * A page of a child's accesses, the latest first: the caller's own, staff's and programs'; never
   * another guardian's. That this was read is one, too, from the next call on.
   *
   * @throws org.cairn.shared.ProblemException {@code LEARNER_NOT_FOUND}, {@code INVALID_REQUEST}
   *     for a bad cursor or limit
   */
  public Page<AccessView> page(String learner, @Nullable String cursor, @Nullable Integer limit) {
    UUID child = care.ofGuardian(learner).id();
    Page<AuditEntryView> found = reads.page(child, cursor, limit);
    audit.recordRead(child);
    String me = Callers.current().subject();
    return new Page<>(found.items().stream().map(entry -> of(entry, me)).toList(), found.next());
  }

  /** Other roles of a token are nobody's business here. */
  private static AccessView of(AuditEntryView entry, String me) {
    List<String> roles = entry.roles().stream().filter(TOLD::contains).sorted().toList();
    return new AccessView(
        entry.id(),
        entry.at(),
        entry.actor().equals(me),
        roles,
        entry.action(),
        entry.operation(),
        entry.targetKind(),
        entry.targetId());
  }
}
