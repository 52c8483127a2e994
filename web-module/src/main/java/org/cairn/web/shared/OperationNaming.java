package org.cairn.web.shared;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.UUID;
import org.cairn.audit.Origin;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/**
 * Tells the audit which operation is asked for, and about which learner, where the path says so.
 */
@Provider
public class OperationNaming implements ContainerRequestFilter {

  private static final String LEARNER = "learner";

  @Context private ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext request) {
    @Nullable UUID learner = id(request.getUriInfo().getPathParameters().getFirst(LEARNER));
    Origin.current().ifPresent(origin -> origin.asksFor(name(resource), learner));
  }

  private static String name(ResourceInfo resource) {
    Method method = resource.getResourceMethod();
    Operation operation = method.getAnnotation(Operation.class);
    return operation == null || operation.operationId().isEmpty()
        ? resource.getResourceClass().getSimpleName() + "." + method.getName()
        : operation.operationId();
  }

  private static @Nullable UUID id(@Nullable String text) {
    try {
      return text == null ? null : UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
