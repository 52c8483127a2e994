package org.cairn.web.audit;

import jakarta.ws.rs.QueryParam;
import org.cairn.audit.AuditFilter;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The query parameters by which entries are chosen. */
public class FilterParameters {

  @QueryParam("learner")
  @Parameter(description = "Only what is about this learner")
  private @Nullable String learner;

  @QueryParam("actor")
  @Parameter(description = "Only what this caller did: a token's subject, or a job's name")
  private @Nullable String actor;

  @QueryParam("action")
  @Parameter(description = "Only this action", example = "LEARNER_READ")
  private @Nullable String action;

  @QueryParam("outcome")
  @Parameter(description = "ALLOWED, REFUSED or FAILED", example = "REFUSED")
  private @Nullable String outcome;

  @QueryParam("from")
  @Parameter(description = "The earliest time", example = "2026-03-02T00:00:00Z")
  private @Nullable String from;

  @QueryParam("to")
  @Parameter(description = "The time before which it was", example = "2026-03-03T00:00:00Z")
  private @Nullable String to;

  AuditFilter read() {
    return AuditFilter.of(learner, actor, action, outcome, from, to);
  }
}
