package org.cairn.audit;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an entry is about.
 *
 * @param kind the domain's word in lower case, such as {@code roster-import}
 * @param id its id, never a name of a person; at most 200 characters
 * @param learner whose records are concerned, if one learner's are
 */
public record AuditTarget(String kind, String id, @Nullable UUID learner) {

  private static final Pattern KIND = Pattern.compile("[a-z][a-z-]{1,39}");
  private static final int LONGEST = 200;

  public AuditTarget {
    if (!KIND.matcher(kind).matches() || id.length() > LONGEST) {
      throw new IllegalArgumentException("No target of an audit entry: " + kind);
    }
  }

  /** Something that is about no single learner. */
  public static AuditTarget of(String kind, Object id) {
    return new AuditTarget(kind, id.toString(), null);
  }

  /** Something of a learner. */
  public static AuditTarget of(String kind, Object id, UUID learner) {
    return new AuditTarget(kind, id.toString(), learner);
  }

  /** The learner itself. */
  public static AuditTarget learner(UUID learner) {
    return new AuditTarget("learner", learner.toString(), learner);
  }
}
