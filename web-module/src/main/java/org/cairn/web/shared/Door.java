package org.cairn.web.shared;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.cairn.audit.Origin;
import org.cairn.caller.Caller;
import org.cairn.caller.CallerProblem;
import org.cairn.caller.Callers;
import org.cairn.caller.KnownTenants;
import org.cairn.shared.CommonProblem;
import org.cairn.shared.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * The first thing behind the token check: limits the body, binds the caller that the token names
 * for as long as the request lasts, and turns away tokens of unknown districts.
 */
@WebFilter("/api/v1/*")
public class Door extends HttpFilter {

  private static final long serialVersionUID = 1L;

  @Inject private transient KnownTenants tenants;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    long limit = BodyLimits.of(request);
    if (request.getContentLengthLong() > limit) {
      refuse(response, CommonProblem.BODY_TOO_LARGE.with("At most " + limit + " bytes are taken."));
      return;
    }
    if (request.getHeader("Content-Encoding") != null) {
      ProblemPage.write(response, Problems.of(415));
      return;
    }
    Caller caller = TokenCaller.of(request.getUserPrincipal());
    if (caller == null) {
      refuse(response, CallerProblem.TENANT_UNKNOWN.with("The token names no district."));
      return;
    }
    @Nullable Visit visit = Visit.current();
    if (visit != null) {
      visit.madeBy(caller);
    }
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

  private static void refuse(HttpServletResponse response, ProblemException problem)
      throws IOException {
    ProblemPage.write(response, ProblemDocument.of(problem));
  }
}
