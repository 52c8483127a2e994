package org.cairn.web.shared;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;

/** Answers what the container has refused before any resource was asked. */
@WebServlet("/problem")
public class ProblemPage extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    write(response, document(request));
  }

  private static ProblemDocument document(HttpServletRequest request) {
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    Object thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    if (thrown instanceof Throwable cause) {
      OptionalInt refused = TokenCheck.status(cause);
      return refused.isPresent() ? Problems.of(refused.getAsInt()) : Problems.of(cause);
    }
    return Problems.of(status instanceof Integer code ? code : 404);
  }

  static void write(HttpServletResponse response, ProblemDocument document) throws IOException {
    Visit.refused(document);
    response.setStatus(document.status());
    response.setContentType(ProblemDocument.MEDIA_TYPE);
    response.setHeader("Cache-Control", "no-store");
    if (document.status() == 401 && !response.containsHeader("WWW-Authenticate")) {
      response.setHeader("WWW-Authenticate", "Bearer");
    }
    if (document.isWorthRetrying() && !response.containsHeader("Retry-After")) {
      response.setIntHeader("Retry-After", document.secondsToRetry());
    }
    response.getOutputStream().write(document.json().getBytes(StandardCharsets.UTF_8));
  }
}
