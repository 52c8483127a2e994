package org.cairn.audit;

import java.util.Optional;
import java.util.UUID;
import org.cairn.caller.Callers;
import org.jspecify.annotations.Nullable;

/**
 * Where a call comes from and what it asks for, bound to the thread beside the {@code Caller} by
 * the door that it came through. A job has none: it is known by its name.
 */
public final class Origin {

  private static final ThreadLocal<@Nullable Origin> CURRENT = new ThreadLocal<>();
  private static final String NOT_YET = "unknown";

  private final @Nullable String address;
  private final @Nullable String requestId;
  private String operation = NOT_YET;
  private @Nullable UUID learner;
  private boolean withheld;

  private Origin(@Nullable String address, @Nullable String requestId) {
    this.address = address;
    this.requestId = requestId;
  }

  /**
   * Binds a new origin until the answer is closed.
   *
   * @param address the client's IP address
   * @param requestId the request's id in logs and answers, where there is one
   */
  public static Callers.Binding bind(@Nullable String address, @Nullable String requestId) {
    CURRENT.set(new Origin(address, requestId));
    return CURRENT::remove;
  }

  /** Where the present call comes from; nothing for a job. */
  public static Optional<Origin> current() {
    return Optional.ofNullable(CURRENT.get());
  }

  /**
   * Says what is asked for, as soon as that is known.
   *
   * @param name the operation's id in the interface's document
   * @param about the learner that the address names, if it names one
   */
  public void asksFor(String name, @Nullable UUID about) {
    this.operation = name;
    this.learner = about;
  }

  /** Says that a learner's records were not shown to the caller, whether the learner exists. */
  public void withhold(UUID whom) {
    this.learner = whom;
    this.withheld = true;
  }

  /** Whether a learner's records were not shown to the caller. */
  public boolean isWithheld() {
    return withheld;
  }

  @Nullable String address() {
    return address;
  }

  @Nullable String requestId() {
    return requestId;
  }

  String operation() {
    return operation;
  }

  @Nullable UUID learner() {
    return learner;
  }
}
