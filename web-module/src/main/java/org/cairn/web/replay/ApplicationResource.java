package org.cairn.web.replay;

import jakarta.ejb.EJB;
import jakarta.ws.rs.Consumes;
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
import org.cairn.replay.ReplayView.State;
import org.cairn.replay.Replays;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Applies a dry run of a version of the rules. */
@Path("admin/rules/{version}:apply")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Gamification")
public class ApplicationResource {

  private static final String DRY_RUN =
      """
      {"replayId": "0198f3a2-6d1c-7c7e-9a55-0f4f2c1b7a10"}""";

  /** Which dry run is to be applied. */
  public record DryRunBody(@Nullable String replayId) {}

  @EJB private Replays replays;
  @EJB private ReplayJobs jobs;

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "applyRules",
      summary = "Apply a dry run: pay and take back what it has found",
      description =
          "Role: district-admin. Corrects every learner's lifetime XP by exactly what the dry run"
              + " says, whatever came in since; a balance is never taken below 0, the rest is"
              + " `waived`. What took effect before the dry run is judged by this version from now"
              + " on, also where it is recorded later; what took effect since keeps the version that"
              + " held then: to go on by this one, activate it. A job does it; the same request"
              + " again changes nothing, and has it go on where it broke off.")
  @APIResponse(
      responseCode = "202",
      description = "Begun, or done; the Location tells how far it is",
      content = @Content(schema = @Schema(ref = "#/components/schemas/Replay")))
  @APIResponse(responseCode = "400", ref = "#/components/responses/Problem")
  @APIResponse(responseCode = "404", description = "REPLAY_NOT_FOUND, also for another version's")
  @APIResponse(
      responseCode = "409",
      description = "REPLAY_UNFINISHED, REPLAY_STALE, REPLAY_RUNNING")
  public Response apply(
      @PathParam("version") @Parameter(example = "district-1") String version,
      @RequestBody(
              required = true,
              content = @Content(examples = @ExampleObject(name = "dry run", value = DRY_RUN)))
          @Nullable DryRunBody body,
      @Context UriInfo uri) {
    ReplayView replay = replays.apply(version, body == null ? null : body.replayId());
    if (replay.state() == State.APPLYING) {
      jobs.apply(replay.id());
    }
    return ReplaysResource.accepted(replay, uri);
  }
}
