package org.cairn.web.shared;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cairn.shared.FieldError;
import org.cairn.shared.Ids;
import org.cairn.shared.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * A problem as RFC 9457 writes it.
 *
 * @param code the stable code that clients program against
 * @param instance names the request's id, which every line of the log has that the request led to
 * @param secondsToRetry what Retry-After says, where the status is worth a retry
 */
record ProblemDocument(
    int status,
    String code,
    String title,
    String detail,
    String instance,
    List<FieldError> errors,
    int secondsToRetry) {

  static final String MEDIA_TYPE = "application/problem+json";

  /** The first few say enough, and a hostile body has as many as it likes. */
  private static final int MOST_ERRORS = 50;

  private static final int SECONDS_TO_RETRY = 5;

  private static final ObjectMapper JSON = new ObjectMapper();

  static ProblemDocument of(ProblemException problem) {
    return new ProblemDocument(
        ProblemStatus.of(problem.problem().kind()),
        problem.problem().name(),
        problem.problem().title(),
        problem.detail(),
        ofThisRequest(),
        problem.errors(),
        problem.retryAfter().map(ProblemDocument::seconds).orElse(SECONDS_TO_RETRY));
  }

  static ProblemDocument of(int status, String code, String title, String detail) {
    return new ProblemDocument(
        status, code, title, detail, ofThisRequest(), List.of(), SECONDS_TO_RETRY);
  }

  /** Whether the same request may succeed later. */
  boolean isWorthRetrying() {
    return status == 429 || status == 503;
  }

  private static int seconds(Duration wait) {
    return Math.toIntExact(Math.max(1, wait.plusMillis(999).toSeconds()));
  }

  private static String ofThisRequest() {
    @Nullable Visit visit = Visit.current();
    return "urn:cairn:request:" + (visit == null ? Ids.next().toString() : visit.id());
  }

  String json() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("type", "urn:cairn:problem:" + code.toLowerCase(Locale.ROOT).replace('_', '-'));
    members.put("title", title);
    members.put("status", status);
    members.put("code", code);
    members.put("detail", detail);
    members.put("instance", instance);
    if (!errors.isEmpty()) {
      members.put("errors", errors.subList(0, Math.min(errors.size(), MOST_ERRORS)));
    }
    try {
      return JSON.writeValueAsString(members);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
