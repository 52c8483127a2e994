package org.cairn.web.shared;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextAttributeEvent;
import jakarta.servlet.ServletContextAttributeListener;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.wildfly.security.http.oidc.Oidc;
import org.wildfly.security.http.oidc.OidcClientConfiguration;
import org.wildfly.security.http.oidc.OidcClientContext;
import org.wildfly.security.http.oidc.PublicKeyLocator;

/**
 * Tells a key that the issuer does not have from an issuer that cannot be asked: the server's token
 * check takes both for a bad token, and its sender would throw a good one away.
 */
@WebListener
public class IssuerKeys implements ServletContextListener, ServletContextAttributeListener {

  private static final Duration PATIENCE = Duration.ofSeconds(3);

  /** Whoever sends made-up keys must not make Cairn ask the issuer each time. */
  private static final Duration MEMORY = Duration.ofSeconds(10);

  @Inject private Clock clock;

  @Override
  public void contextInitialized(ServletContextEvent event) {
    stepBefore(event.getServletContext().getAttribute(Oidc.OIDC_CLIENT_CONTEXT_KEY));
  }

  @Override
  public void attributeAdded(ServletContextAttributeEvent event) {
    stepBefore(event.getValue());
  }

  /** The server's listener that makes its token check may run before this one or after it. */
  private void stepBefore(@Nullable Object attribute) {
    if (attribute instanceof OidcClientContext context) {
      OidcClientConfiguration check = context.resolveDeployment(null);
      PublicKeyLocator published = check.getPublicKeyLocator();
      if (!(published instanceof Known)) {
        check.setPublicKeyLocator(new Known(published, clock));
      }
    }
  }

  private static final class Known implements PublicKeyLocator {

    private final PublicKeyLocator published;
    private final Clock clock;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private Instant asked = Instant.EPOCH;
    private boolean answers;

    Known(PublicKeyLocator published, Clock clock) {
      this.published = published;
      this.clock = clock;
    }

    @Override
    public PublicKey getPublicKey(String kid, OidcClientConfiguration check) {
      PublicKey key = published.getPublicKey(kid, check);
      if (key == null && !answers(check.getJwksUrl())) {
        throw new IllegalStateException("The issuer cannot be asked for its keys");
      }
      return key;
    }

    @Override
    public void reset(OidcClientConfiguration check) {
      published.reset(check);
    }

    private synchronized boolean answers(String address) {
      Instant now = clock.instant();
      if (asked.plus(MEMORY).isBefore(now)) {
        answers = ask(address);
        asked = now;
      }
      return answers;
    }

    private boolean ask(String address) {
      HttpRequest request = HttpRequest.newBuilder(URI.create(address)).timeout(PATIENCE).build();
      try {
        return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
      } catch (IOException unreachable) {
        return false;
      } catch (InterruptedException interruption) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
  }
}
