package org.cairn.web.shared;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.cairn.audit.Origin;
import org.cairn.caller.Caller;
import org.cairn.caller.CallerProblem;
import org.cairn.caller.Callers;
import org.cairn.caller.KnownTenants;
import org.cairn.shared.CommonProblem;
import org.cairn.shared.FieldError;
import org.cairn.shared.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * The first thing behind the token check: counts the request against the caller's budget, limits
 * the body, binds the caller that the token or a signed link names for as long as the request
 * lasts, and turns away tokens of unknown districts.
 */
@WebFilter("/api/v1/*")
public class Door extends HttpFilter {

  private static final long serialVersionUID = 1L;

  @Inject private transient KnownTenants tenants;
  @Inject private transient RateLimits rates;
  @Inject private transient LinkCaller links;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Caller caller;
    try {
      caller = caller(request);
    } catch (ProblemException problem) {
      refuse(response, problem);
      return;
    }
    @Nullable Visit visit = Visit.current();
    if (visit != null) {
      visit.madeBy(caller);
    }
    long limit = Limits.body(request);
    @Nullable ProblemDocument refusal = refusal(caller, limit, request, response);
    if (refusal != null) {
      ProblemPage.write(response, refusal);
      return;
    }
    letIn(caller, limit, request, response, chain);
  }

  /** Whom a link names, which carries its own proof; everywhere else whom the token names. */
  private Caller caller(HttpServletRequest request) {
    return links
        .of(request)
        .or(() -> Optional.ofNullable(TokenCaller.of(request.getUserPrincipal())))
        .orElseThrow(() -> nobody(request));
  }

  /** An address that is spelled like an open one's may come through without a token. */
  private static ProblemException nobody(HttpServletRequest request) {
    return request.getUserPrincipal() == null
        ? CommonProblem.NOT_AUTHENTICATED.with("Send a token of this district's realm.")
        : CallerProblem.TENANT_UNKNOWN.with("The token names no district.");
  }

  private @Nullable ProblemDocument refusal(
      Caller caller, long limit, HttpServletRequest request, HttpServletResponse response) {
    if (!isWithinBudget(caller, request, response)) {
      return ProblemDocument.of(
          CommonProblem.TOO_MANY_REQUESTS.with("Wait as long as Retry-After says."));
    }
    Optional<FieldError> wrong = Addresses.wrong(request.getRequestURI(), request.getQueryString());
    if (wrong.isPresent()) {
      return ProblemDocument.of(
          CommonProblem.INVALID_REQUEST.with("The address is refused.", wrong.get()));
    }
    if (request.getContentLengthLong() > limit) {
      return ProblemDocument.of(
          CommonProblem.BODY_TOO_LARGE.with("At most " + limit + " bytes are taken."));
    }
    boolean isReadable = request.getHeader("Content-Encoding") == null && isUtf8(request);
    return isReadable ? null : Problems.of(415);
  }

  private void letIn(
      Caller caller,
      long limit,
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain)
      throws IOException, ServletException {
    try (Callers.Binding bound = Callers.bind(caller);
        Callers.Binding origin = Origin.bind(request.getRemoteAddr(), requestId(response))) {
      if (!tenants.isKnown(caller.tenant())) {
        tenants.requireKnown();
      }
      chain.doFilter(new LimitedRequest(request, limit), response);
    } catch (ProblemException problem) {
      refuse(response, problem);
    }
  }

  /** The request's id, where a filter before this one has given it one. */
  private static @Nullable String requestId(HttpServletResponse response) {
    return response.getHeader("X-Request-Id");
  }

  private boolean isWithinBudget(
      Caller caller, HttpServletRequest request, HttpServletResponse response) {
    Allowance allowance = rates.count(caller, Limits.isHeavy(request));
    if (allowance.budget().isUnlimited()) {
      return true;
    }
    response.setHeader("RateLimit-Policy", allowance.policy());
    response.setHeader("RateLimit", allowance.state());
    if (!allowance.isGranted()) {
      response.setIntHeader("Retry-After", allowance.retryAfter());
    }
    return allowance.isGranted();
  }

  private static boolean isUtf8(HttpServletRequest request) {
    String charset = request.getCharacterEncoding();
    return charset == null || charset.equalsIgnoreCase("utf-8");
  }

  private static void refuse(HttpServletResponse response, ProblemException problem)
      throws IOException {
    ProblemPage.write(response, ProblemDocument.of(problem));
  }
}
