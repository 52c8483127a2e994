package org.cairn.web.shared;

import io.undertow.server.HttpServerExchange;
import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.StatusCodes;
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
  private static final String LIBRARIES = "/webjars/";
  private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

  /** Swagger UI writes styles and draws its icons from data. */
  private static final String OWN_PAGES =
      "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
          + " object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

  /** Pages that log people in ask the issuer for tokens. */
  private static final String DEMO =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self' "
          + ClientSettings.issuerOrigin()
          + "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

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
    String path = exchange.getRelativePath();
    headers.put(CONTENT_SECURITY_POLICY, policy(path));
    if (!path.startsWith(LIBRARIES)) {
      // The build dates all of its files alike; a newer one would be taken for the one that is
      // kept.
      headers.remove(Headers.LAST_MODIFIED);
    }
    if (!headers.contains(Headers.CACHE_CONTROL)) {
      headers.put(Headers.CACHE_CONTROL, caching(path, exchange.getStatusCode()));
    }
    if (exchange.isSecure()) {
      headers.put(Headers.STRICT_TRANSPORT_SECURITY, "max-age=31536000; includeSubDomains");
    }
  }

  private static String policy(String path) {
    if (path.startsWith("/api/v1/")) {
      return NOTHING;
    }
    return path.startsWith("/demo/") ? DEMO : OWN_PAGES;
  }

  /** Libraries have their version in their address; all else may be another at the next request. */
  private static String caching(String path, int status) {
    if (path.startsWith("/api/v1/")) {
      return "no-store";
    }
    boolean isLibrary = path.startsWith(LIBRARIES) && status == StatusCodes.OK;
    return isLibrary ? "public, max-age=31536000, immutable" : "no-cache";
  }
}
