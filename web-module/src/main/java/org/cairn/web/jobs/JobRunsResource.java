package org.cairn.web.jobs;

import jakarta.ejb.EJB;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.UUID;
import org.cairn.batch.jobs.JobControl;
import org.cairn.jobs.JobRunView;
import org.cairn.jobs.JobSkipView;
import org.cairn.jobs.Jobs;
import org.cairn.shared.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The runs of a job. */
@Path("admin/jobs/{job}/executions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Jobs")
public class JobRunsResource {

  private static final String ROLES = " Roles: district-admin for the own district, operator.";

  /** What a start says. */
  public record StartBody(@Nullable Map<String, String> parameters) {}

  @EJB private Jobs jobs;
  @EJB private JobControl control;

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "startJob",
      summary = "Start a job",
      description =
          "Follow the Location until the state is COMPLETED, FAILED or STOPPED. While a run is open"
              + " no other one begins. With an Idempotency-Key the same request again answers the"
              + " same run. The job names its `parameters` and who may start it (`startedBy`)."
              + " Roles: district-admin; operator for jobs of the installation, and with `tenant`"
              + " for a district's.")
  @APIResponse(
      responseCode = "202",
      description = "It starts; the Location tells how far it is",
      content = @Content(schema = @Schema(implementation = JobRunView.class)))
  @APIResponse(responseCode = "403", description = "ROLE_MISSING")
  @APIResponse(responseCode = "404", description = "JOB_NOT_FOUND")
  @APIResponse(
      responseCode = "409",
      description = "JOB_RUNNING, with the id of the open run; JOB_NOT_STARTABLE")
  @APIResponse(responseCode = "422", description = "JOB_PARAMETERS_INVALID, naming the parameters")
  public Response start(
      @PathParam("job") @Parameter(example = "ledger-reconciliation") String job,
      @QueryParam("tenant") @Parameter(description = "An operator's: the district to run it for")
          @Nullable String tenant,
      @HeaderParam("Idempotency-Key")
          @Parameter(description = "The caller's own name of this request")
          @Nullable String requestKey,
      @RequestBody(
              content =
                  @Content(
                      examples = @ExampleObject(name = "start", value = "{\"parameters\": {}}")))
          @Nullable StartBody body,
      @Context UriInfo uri) {
    Map<String, String> said = body == null ? null : body.parameters();
    Map<String, String> parameters = said == null ? Map.of() : said;
    JobRunView run = control.start(tenant, job, parameters, requestKey);
    return Response.accepted(run)
        .location(uri.getAbsolutePathBuilder().path(run.id().toString()).build())
        .build();
  }

  @GET
  @Operation(
      operationId = "listJobRuns",
      summary = "A job's runs",
      description = "The latest first." + ROLES)
  public Page<JobRunView> page(
      @PathParam("job") String job,
      @QueryParam("state")
          @Parameter(
              description = "Only runs in this state",
              schema = @Schema(implementation = JobRunView.State.class))
          @Nullable String state,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    return jobs.runs(job, state, cursor, limit);
  }

  @GET
  @Path("{id}")
  @Operation(
      operationId = "jobRun",
      summary = "How a run goes, or went",
      description = "With its steps and their counts; `progress` grows while it runs." + ROLES)
  public JobRunView find(@PathParam("job") String job, @PathParam("id") UUID id) {
    return jobs.run(job, id);
  }

  @GET
  @Path("{id}/skips")
  @Operation(
      operationId = "jobRunSkips",
      summary = "The records that a run left out",
      description = "In the order in which they were found: key and reason, nothing else." + ROLES)
  public Page<JobSkipView> skips(
      @PathParam("job") String job,
      @PathParam("id") UUID id,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    return jobs.skips(job, id, cursor, limit);
  }

  @POST
  @Path("{id}:stop")
  @Operation(
      operationId = "stopJobRun",
      summary = "Ask a run to stop",
      description = "It does at the end of its chunk, and can be restarted there." + ROLES)
  @APIResponse(responseCode = "200", description = "The run, STOPPING or STOPPED")
  @APIResponse(responseCode = "404", description = "JOB_RUN_NOT_FOUND")
  @APIResponse(responseCode = "409", description = "JOB_RUN_STATE")
  public JobRunView stop(@PathParam("job") String job, @PathParam("id") UUID id) {
    return control.stop(job, id);
  }

  @POST
  @Path("{id}:restart")
  @Operation(
      operationId = "restartJobRun",
      summary = "Make a run go on",
      description = "One that was stopped or failed goes on at its last checkpoint." + ROLES)
  @APIResponse(responseCode = "200", description = "The run, at its next attempt")
  @APIResponse(responseCode = "404", description = "JOB_RUN_NOT_FOUND")
  @APIResponse(responseCode = "409", description = "JOB_RUN_STATE, JOB_RUNNING")
  public JobRunView restart(@PathParam("job") String job, @PathParam("id") UUID id) {
    return control.restart(job, id);
  }

  @POST
  @Path("{id}:abandon")
  @Operation(
      operationId = "abandonJobRun",
      summary = "Give a run up",
      description = "Nobody restarts it any more; stop it first." + ROLES)
  @APIResponse(responseCode = "200", description = "The run, ABANDONED")
  @APIResponse(responseCode = "404", description = "JOB_RUN_NOT_FOUND")
  @APIResponse(responseCode = "409", description = "JOB_RUN_STATE")
  public JobRunView abandon(@PathParam("job") String job, @PathParam("id") UUID id) {
    return control.abandon(job, id);
  }
}
