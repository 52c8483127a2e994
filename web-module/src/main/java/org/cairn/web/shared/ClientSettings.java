package org.cairn.web.shared;

import com.fasterxml.jackson.core.JsonGenerator;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.cairn.shared.Setting;

/**
 * Tells a page, before anybody is logged in, where to log in: {@code GET /client-settings} answers
 * the issuer and the public client. There is nothing in it that the login's own address does not
 * show.
 */
@WebServlet("/client-settings")
public class ClientSettings extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("application/json");
    try (JsonGenerator json = Json.FACTORY.createGenerator(response.getOutputStream())) {
      json.writeStartObject();
      json.writeStringField("issuer", issuer());
      json.writeStringField("clientId", Setting.of("cairn.oidc.web-client", "cairn-web"));
      json.writeEndObject();
    }
  }

  private static String issuer() {
    return Setting.of("cairn.oidc.issuer", "http://localhost:8081/realms/cairn");
  }

  /** The issuer's scheme, host and port: whom a page that logs people in must be allowed to ask. */
  static String issuerOrigin() {
    URI issuer = URI.create(issuer());
    return issuer.getScheme() + "://" + issuer.getRawAuthority();
  }
}
