package org.cairn.web.replay;

import jakarta.ejb.EJB;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.cairn.replay.ReplayView;
import org.cairn.replay.Replays;
import org.cairn.shared.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Dry runs of rules, and what became of them. */
@Path("admin/replays")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Gamification")
public class ReplaysResource {

  private static final String CSV = "text/csv";

  @EJB private Replays replays;

  static Response accepted(ReplayView replay, UriInfo uri) {
    return Response.accepted(replay)
        .location(
            uri.getBaseUriBuilder()
                .path(ReplaysResource.class)
                .path(replay.id().toString())
                .build())
        .build();
  }

  @GET
  @Operation(
      operationId = "listReplays",
      summary = "The district's replays of rules",
      description = "The newest first. Role: district-admin.")
  @APIResponse(
      responseCode = "200",
      description = "A page",
      content = @Content(schema = @Schema(ref = "#/components/schemas/ReplayPage")))
  public Page<ReplayView> page(
      @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @Nullable Integer limit) {
    return replays.page(cursor, limit);
  }

  @GET
  @Path("{id}")
  @Operation(
      operationId = "getReplay",
      summary = "How a replay goes, or went",
      description =
          "`judged` of `learners` grows while it computes, `applied` of `changed` while it is"
              + " applied. Role: district-admin.")
  @APIResponse(
      responseCode = "200",
      description = "The replay",
      content = @Content(schema = @Schema(ref = "#/components/schemas/Replay")))
  @APIResponse(responseCode = "404", ref = "#/components/responses/Problem")
  public ReplayView find(@PathParam("id") UUID id) {
    return replays.find(id);
  }

  @GET
  @Path("{id}/differences")
  @Operation(
      operationId = "listReplayDifferences",
      summary = "What a replay changes for whom",
      description =
          "By the learners' ids, only those for whom anything changes; as JSON in pages, or all of"
              + " it as CSV (Accept: text/csv), which is written down. Names nobody. Role:"
              + " district-admin.")
  @APIResponse(
      responseCode = "200",
      description = "A page",
      content = @Content(schema = @Schema(ref = "#/components/schemas/ReplayDifferencePage")))
  @APIResponse(responseCode = "404", ref = "#/components/responses/Problem")
  public Page<ReplayView.Difference> differences(
      @PathParam("id") UUID id,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    return replays.differences(id, cursor, limit);
  }

  @GET
  @Path("{id}/differences")
  @Produces(CSV + ";qs=0.5")
  @Operation(hidden = true, operationId = "exportReplayDifferences")
  public Response differencesAsCsv(@PathParam("id") UUID id) {
    replays.export(id);
    StreamingOutput rows =
        out ->
            DifferenceCsv.write(out, cursor -> replays.differences(id, cursor, DifferenceCsv.PAGE));
    return Response.ok(rows, CSV + ";charset=utf-8;header=present")
        .header("Content-Disposition", "attachment; filename=\"replay-" + id + ".csv\"")
        .build();
  }
}
