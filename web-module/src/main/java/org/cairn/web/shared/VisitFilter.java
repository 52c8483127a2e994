package org.cairn.web.shared;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Answers every request with its id, error pages included. The first of all filters: {@code
 * web.xml} orders it.
 */
public class VisitFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    @Nullable Visit visit = Visit.current();
    if (visit != null) {
      visit.answeredBy(response);
    }
    chain.doFilter(request, response);
  }
}
