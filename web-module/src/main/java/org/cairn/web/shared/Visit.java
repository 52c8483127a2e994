package org.cairn.web.shared;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.cairn.caller.Caller;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * One request, from before its token is checked until its answer is known: what the log, the
 * metrics and a problem document tell of it. Every line that is logged meanwhile carries its id.
 */
final class Visit {

  static final String ID = "requestId";

  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  private static final ThreadLocal<@Nullable Visit> CURRENT = new ThreadLocal<>();

  private final String id;
  private final String method;
  private final String path;
  private final long began = System.nanoTime();
  private @Nullable HttpServletResponse response;
  private @Nullable String route;
  private @Nullable Caller caller;
  private @Nullable ProblemDocument problem;

  private Visit(String id, String method, String path) {
    this.id = id;
    this.method = method;
    this.path = path;
  }

  static Visit begin(HttpServletRequest request) {
    Visit visit =
        new Visit(RequestIds.of(request), method(request.getMethod()), request.getRequestURI());
    CURRENT.set(visit);
    MDC.put(ID, visit.id);
    return visit;
  }

  /** The request that this thread answers, if it answers one. */
  static @Nullable Visit current() {
    return CURRENT.get();
  }

  void end() {
    CURRENT.remove();
    MDC.remove(ID);
  }

  void answeredBy(HttpServletResponse answer) {
    response = answer;
    answer.setHeader(RequestIds.HEADER, id);
  }

  void matched(String template) {
    route = template;
  }

  void madeBy(Caller known) {
    caller = known;
  }

  /** Notes what the present request is refused with. */
  static void refused(ProblemDocument document) {
    @Nullable Visit visit = CURRENT.get();
    if (visit != null) {
      visit.problem = document;
    }
  }

  String id() {
    return id;
  }

  /** A method may be any word that the client likes. */
  private static String method(String sent) {
    return METHODS.contains(sent) ? sent : "OTHER";
  }

  String method() {
    return method;
  }

  /** As it was sent, without the query. */
  String path() {
    return path;
  }

  /** The operation's path as the OpenAPI document has it, or a word for what is no operation. */
  String route() {
    return route != null ? route : path.startsWith("/api/v1/") ? "unmatched" : "page";
  }

  int status() {
    return response == null ? 500 : response.getStatus();
  }

  @Nullable Caller caller() {
    return caller;
  }

  @Nullable ProblemDocument problem() {
    return problem;
  }

  long nanos() {
    return System.nanoTime() - began;
  }
}
