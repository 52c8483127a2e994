package org.cairn.web.shared;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;
import org.jspecify.annotations.Nullable;

/** Tells each visit which operation it came to, by the template of the operation's path. */
@Provider
public class Routes implements DynamicFeature {

  @Override
  public void configure(ResourceInfo operation, FeatureContext context) {
    context.register(
        new Route(
            "/api/v1"
                + part(operation.getResourceClass().getAnnotation(Path.class))
                + part(operation.getResourceMethod().getAnnotation(Path.class))));
  }

  private static String part(@Nullable Path path) {
    String value = path == null ? "" : path.value();
    return value.isEmpty() || value.startsWith("/") ? value : "/" + value;
  }

  /** One operation's. */
  private record Route(String template) implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
      @Nullable Visit visit = Visit.current();
      if (visit != null) {
        visit.matched(template);
      }
    }
  }
}
