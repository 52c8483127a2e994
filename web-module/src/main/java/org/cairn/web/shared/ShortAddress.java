package org.cairn.web.shared;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;

/**
 * GraphQL's clients look for {@code /graphql}. It is another spelling of the address below the API,
 * known before anything else looks at the path: one address has one set of rules.
 */
final class ShortAddress implements HttpHandler {

  private static final String SHORT = "/graphql";
  private static final String LONG = "/api/v1/graphql";

  private final HttpHandler next;

  ShortAddress(HttpHandler next) {
    this.next = next;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    if (exchange.getRelativePath().equals(SHORT)) {
      exchange.setRequestURI(LONG);
      exchange.setRequestPath(LONG);
      exchange.setRelativePath(LONG);
    }
    next.handleRequest(exchange);
  }
}
