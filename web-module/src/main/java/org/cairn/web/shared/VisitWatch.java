package org.cairn.web.shared;

import jakarta.inject.Inject;
import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * Begins and ends a {@link Visit}. A listener and not a filter: the container tells it of a request
 * before it checks the token, and of the end after the last error page.
 */
@WebListener
public class VisitWatch implements ServletRequestListener {

  @Inject private RequestMeters meters;
  @Inject private AccessLog log;

  @Override
  public void requestInitialized(ServletRequestEvent event) {
    if (event.getServletRequest() instanceof HttpServletRequest request) {
      Visit.begin(request);
    }
  }

  @Override
  public void requestDestroyed(ServletRequestEvent event) {
    @Nullable Visit visit = Visit.current();
    if (visit != null) {
      try {
        meters.count(visit);
        log.write(visit);
      } finally {
        visit.end();
      }
    }
  }
}
