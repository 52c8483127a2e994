package org.cairn.web.shared;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Properties;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.cairn.shared.Setting;
import org.jspecify.annotations.Nullable;

/**
 * Tells the log, when Cairn starts, which version it is and how it is set; secrets are left out.
 */
@WebListener
public class StartupLine implements ServletContextListener {

  private static final Logger LOG = Logger.getLogger(StartupLine.class.getName());
  private static final String ARTIFACT = "/META-INF/maven/org.cairn/web-module/pom.properties";

  private static final List<String> SETTINGS =
      List.of(
          "cairn.node",
          "cairn.db.url",
          "cairn.db.user",
          "cairn.db.pool.max",
          "cairn.oidc.issuer",
          "cairn.config",
          "cairn.proxy",
          "cairn.log.format",
          "cairn.log.access");

  @Override
  public void contextInitialized(ServletContextEvent event) {
    String settings =
        SETTINGS.stream()
            .map(name -> name + "=" + plain(Setting.orNull(name)))
            .collect(Collectors.joining(", "));
    LOG.info(
        () ->
            "Cairn %s on %s, Java %s; %s"
                .formatted(
                    version(event.getServletContext()),
                    event.getServletContext().getServerInfo(),
                    Runtime.version(),
                    settings));
  }

  /** An address may have a password among its parameters, or before its host. */
  static String plain(@Nullable String value) {
    return value == null
        ? "(default)"
        : value.replaceAll("\\?.*", "?…").replaceAll("//[^/@]*@", "//…@").replaceAll("\\s", " ");
  }

  private static String version(ServletContext context) {
    try (InputStream artifact = context.getResourceAsStream(ARTIFACT)) {
      Properties properties = new Properties();
      if (artifact != null) {
        properties.load(artifact);
      }
      return properties.getProperty("version", "of a developer");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
