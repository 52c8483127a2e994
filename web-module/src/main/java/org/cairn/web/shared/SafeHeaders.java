package org.cairn.web.shared;

import io.undertow.server.HttpServerExchange;
import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import jakarta.servlet.ServletContext;

/**
 * Headers that every answer carries, the container's own refusals included: a browser guesses no
 * types, frames nothing, tells nobody where it was, runs scripts of this origin only, keeps no copy
 * of what the API answers, and comes back by TLS only.
 */
public class SafeHeaders implements ServletExtension {

  private static final HttpString CONTENT_SECURITY_POLICY =
      HttpString.tryFromString("Content-Security-Policy");
  private static final HttpString RESOURCE_POLICY =
      HttpString.tryFromString("Cross-Origin-Resource-Policy");
  private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

  /** Swagger UI writes styles and draws its icons from data. */
  private static final String OWN_PAGES =
      "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
          + " object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

  @Override
  public void handleDeployment(DeploymentInfo deployment, ServletContext context) {
    deployment.addInitialHandlerChainWrapper(
        handler ->
            exchange -> {
              exchange.addResponseCommitListener(SafeHeaders::complete);
              handler.handleRequest(exchange);
            });
  }

  private static void complete(HttpServerExchange exchange) {
    HeaderMap headers = exchange.getResponseHeaders();
    headers.put(Headers.X_CONTENT_TYPE_OPTIONS, "nosniff");
    headers.put(Headers.REFERRER_POLICY, "no-referrer");
    headers.put(RESOURCE_POLICY, "same-origin");
    boolean answersData = exchange.getRelativePath().startsWith("/api/v1/");
    headers.put(CONTENT_SECURITY_POLICY, answersData ? NOTHING : OWN_PAGES);
    if (answersData && !headers.contains(Headers.CACHE_CONTROL)) {
      headers.put(Headers.CACHE_CONTROL, "no-store");
    }
    if (exchange.isSecure()) {
      headers.put(Headers.STRICT_TRANSPORT_SECURITY, "max-age=31536000; includeSubDomains");
    }
  }
}
