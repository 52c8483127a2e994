package org.cairn.web.backup;

import jakarta.ejb.EJB;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.UUID;
import org.cairn.backup.Backups;
import org.cairn.batch.jobs.JobControl;
import org.cairn.jobs.JobRunView;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Brings back what is missing of game profiles. */
@Path("admin/backups/{id}:restore")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Backups")
public class RestoreResource {

  /**
   * What a restore is to do.
   *
   * @param dryRun whether to verify and count only
   */
  public record RestoreBody(@Nullable Boolean dryRun) {}

  @EJB private Backups backups;
  @EJB private JobControl jobs;

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "restoreBackup",
      summary = "Restore what is missing of game profiles",
      description =
          "Verifies every part first; a damaged one is named, and nothing is written. Then profiles,"
              + " rows of ledgers, what is owed and days of streaks are added where they are"
              + " missing; what is there stays as it is, so that the same again changes nothing. A"
              + " job does it: follow the Location; the backup's restores tell what became of it."
              + " Role: district-admin.")
  @APIResponse(
      responseCode = "202",
      description = "It starts; the Location tells how far it is",
      content = @Content(schema = @Schema(implementation = JobRunView.class)))
  @APIResponse(responseCode = "404", description = "BACKUP_NOT_FOUND")
  @APIResponse(responseCode = "409", description = "JOB_RUNNING, with the id of the open run")
  public Response restore(
      @PathParam("id") UUID id,
      @HeaderParam("Idempotency-Key")
          @Parameter(description = "The caller's own name of this request")
          @Nullable String requestKey,
      @RequestBody(
              content =
                  @Content(examples = @ExampleObject(name = "try", value = "{\"dryRun\": true}")))
          @Nullable RestoreBody body,
      @Context UriInfo uri) {
    backups.find(id);
    boolean dryRun = body != null && Boolean.TRUE.equals(body.dryRun());
    Map<String, String> said = Map.of("backup", id.toString(), "dryRun", Boolean.toString(dryRun));
    JobRunView run = jobs.start(null, "profile-restore", said, requestKey);
    return Response.accepted(run)
        .location(
            uri.getBaseUriBuilder()
                .path("admin/jobs/profile-restore/executions")
                .path(run.id().toString())
                .build())
        .build();
  }
}
