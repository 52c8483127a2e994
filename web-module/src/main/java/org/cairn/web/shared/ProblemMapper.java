package org.cairn.web.shared;

import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Answers whatever a resource throws. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {

  @Inject private RefusalAuditing refusals;

  @Override
  public Response toResponse(Throwable thrown) {
    ProblemDocument document = Problems.of(thrown);
    Visit.refused(document);
    refusals.note(document);
    Response.ResponseBuilder answer =
        Response.status(document.status())
            .type(ProblemDocument.MEDIA_TYPE)
            .header(HttpHeaders.CACHE_CONTROL, "no-store")
            .entity(document.json());
    if (document.isWorthRetrying()) {
      answer.header(HttpHeaders.RETRY_AFTER, document.secondsToRetry());
    }
    if (thrown instanceof WebApplicationException web
        && web.getResponse().getHeaderString(HttpHeaders.ALLOW) != null) {
      answer.header(HttpHeaders.ALLOW, web.getResponse().getHeaderString(HttpHeaders.ALLOW));
    }
    return answer.build();
  }
}
