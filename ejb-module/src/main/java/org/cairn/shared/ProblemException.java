package org.cairn.shared;

import jakarta.ejb.ApplicationException;
import java.util.List;

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

  ProblemException(Problem problem, String detail, List<FieldError> errors) {
    super(detail, null, false, false);
    this.problem = problem;
    this.errors = List.copyOf(errors);
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
}
