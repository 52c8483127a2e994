package org.cairn.web.replay;

import jakarta.ejb.EJB;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.cairn.batch.replay.ReplayJobs;
import org.cairn.replay.ReplayView;
import org.cairn.replay.Replays;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tries a version of the rules over the past. */
@Path("admin/rules/{version}:dry-run")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Gamification")
public class DryRunResource {

  @EJB private Replays replays;
  @EJB private ReplayJobs jobs;

  @POST
  @Operation(
      operationId = "dryRunRules",
      summary = "Find out what a version of the rules would have paid",
      description =
          "Role: district-admin. Judges all that took effect until now by this version, draft or"
              + " not, and keeps the difference for each learner; nobody's XP changes. A job does"
              + " it: follow the Location until `state` is READY. Rewards of tracks and corrections"
              + " are paid as written by any version.")
  @APIResponse(
      responseCode = "202",
      description = "Begun; the Location tells how far it is",
      content = @Content(schema = @Schema(ref = "#/components/schemas/Replay")))
  @APIResponse(responseCode = "404", description = "RULES_NOT_FOUND")
  @APIResponse(responseCode = "409", description = "REPLAY_RUNNING")
  public Response dryRun(
      @PathParam("version") @Parameter(example = "district-1") String version,
      @Context UriInfo uri) {
    ReplayView begun = replays.dryRun(version);
    jobs.dryRun(begun.id());
    return ReplaysResource.accepted(begun, uri);
  }
}
