package org.cairn.web.shared;

import io.undertow.server.ExchangeCompletionListener.NextListener;
import io.undertow.server.HttpServerExchange;
import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.api.DeploymentInfo;
import jakarta.servlet.ServletContext;

/**
 * Has a connection taken back by the thread that reads from it.
 *
 * <p>Undertow has the worker do it. Where the client's next request is there already, the reading
 * thread then spins until the worker is done, and on a busy machine it takes the worker's own
 * processor to do so: a seventh of the server's time under load (docs/benchmark.md).
 */
public class ConnectionHandover implements ServletExtension {

  @Override
  public void handleDeployment(DeploymentInfo deployment, ServletContext context) {
    deployment.addInitialHandlerChainWrapper(
        handler ->
            exchange -> {
              exchange.addExchangeCompleteListener(ConnectionHandover::handOver);
              handler.handleRequest(exchange);
            });
  }

  private static void handOver(HttpServerExchange exchange, NextListener next) {
    if (exchange.isInIoThread()) {
      next.proceed();
    } else {
      exchange.getIoThread().execute(next::proceed);
    }
  }
}
