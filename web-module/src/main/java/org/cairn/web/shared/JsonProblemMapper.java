package org.cairn.web.shared;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Takes the place of RESTEasy's own mapper, which answers plain text. */
@Provider
public class JsonProblemMapper implements ExceptionMapper<JsonProcessingException> {

  @Inject private ProblemMapper problems;

  @Override
  public Response toResponse(JsonProcessingException thrown) {
    return problems.toResponse(thrown);
  }
}
