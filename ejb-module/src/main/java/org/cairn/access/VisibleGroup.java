package org.cairn.access;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Proof that the present caller may see what is shown of a group of learners as a whole, for this
 * transaction: never one learner's records.
 */
public final class VisibleGroup {

  /** What ties the group together. */
  public enum Kind {
    DISTRICT,
    SCHOOL,
    CLASS
  }

  private final Kind kind;
  private final @Nullable UUID place;
  private final @Nullable String grade;
  private final @Nullable VisibleLearner self;

  VisibleGroup(
      Kind kind, @Nullable UUID place, @Nullable String grade, @Nullable VisibleLearner self) {
    this.kind = kind;
    this.place = place;
    this.grade = grade;
    this.self = self;
  }

  public Kind kind() {
    return kind;
  }

  /** The school or class; {@code null} for the district. */
  public @Nullable UUID place() {
    return place;
  }

  /** The grade that the group is narrowed to, as a CEDS code; {@code null}: all. */
  public @Nullable String grade() {
    return grade;
  }

  /** The caller, where it is one of the learners; {@code null} for whoever is no learner. */
  public @Nullable VisibleLearner self() {
    return self;
  }
}
