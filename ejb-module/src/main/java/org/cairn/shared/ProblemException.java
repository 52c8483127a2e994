package org.cairn.shared;

import jakarta.ejb.ApplicationException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A problem on its way to the caller; whatever the transaction has done is rolled back.
 *
 * <p>An application exception, so that the container neither wraps nor logs it.
 */
@ApplicationException(rollback = true, inherited = true)
public final class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Problem problem;
  private final transient List<FieldError> errors;
  private final transient @Nullable Duration wait;

  ProblemException(Problem problem, String detail, List<FieldError> errors) {
    this(problem, detail, errors, null);
  }

  private ProblemException(
      Problem problem, String detail, List<FieldError> errors, @Nullable Duration wait) {
    super(detail, null, false, false);
    this.problem = problem;
    this.errors = List.copyOf(errors);
    this.wait = wait;
  }

  /** The same, telling how long it is in vain to try again. */
  public ProblemException retryAfter(Duration vain) {
    return new ProblemException(problem, detail(), errors, vain);
  }

  public Problem problem() {
    return problem;
  }

  /** What happened this time. */
  public String detail() {
    return String.valueOf(getMessage());
  }

  public List<FieldError> errors() {
    return errors;
  }

  /** How long it is in vain to try again, where that is known. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(wait);
  }
}
