package org.cairn.web.shared;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import org.cairn.shared.FieldError;

/**
 * Problems of parts of an answer that as a whole is one: understood, counted and audited as those
 * of requests are.
 */
@Singleton
public class PartProblems {

  /** What a part is refused with, as {@code docs/problems.md} says. */
  public record PartProblem(
      String code, String title, String detail, String instance, List<FieldError> errors) {}

  @Inject private RefusalAuditing refusals;
  @Inject private RequestMeters meters;

  /** What is to be told of whatever a part's call has thrown. */
  public PartProblem of(Throwable thrown) {
    ProblemDocument document = Problems.of(thrown);
    refusals.note(document);
    meters.countItem(document);
    return new PartProblem(
        document.code(),
        document.title(),
        document.detail(),
        document.instance(),
        document.errors());
  }
}
