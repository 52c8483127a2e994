package org.cairn.web.leaderboard;

import jakarta.ejb.EJB;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.cairn.leaderboard.LeaderboardSettings;
import org.cairn.leaderboard.LeaderboardSettingsView;
import org.cairn.web.shared.Revisions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A district's settings of leaderboards. */
@Path("admin/leaderboard-settings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Leaderboards")
public class LeaderboardSettingsResource {

  private static final String EXAMPLE =
      """
      {"enabled": true, "minimumGroup": 8,
       "schoolsOff": ["0198f3a2-6d1c-7c7e-9a55-0f4f2c1b7a10"], "classesOff": []}""";

  /** Settings as they are to be. */
  public record SettingsBody(
      @Nullable Boolean enabled,
      @Nullable Integer minimumGroup,
      @Nullable List<@Nullable UUID> schoolsOff,
      @Nullable List<@Nullable UUID> classesOff) {}

  @EJB private LeaderboardSettings settings;

  @GET
  @Operation(
      operationId = "getLeaderboardSettings",
      summary = "Whether and where a district has leaderboards",
      description =
          "Without any change: everywhere, for groups of 5 and more. Send the answer's ETag as"
              + " If-Match with a change. Role: district-admin.")
  @APIResponse(
      responseCode = "200",
      description = "The settings",
      content = @Content(schema = @Schema(implementation = LeaderboardSettingsView.class)))
  public Response find() {
    LeaderboardSettingsView view = settings.find();
    return Revisions.tagged(view, view.revision());
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "putLeaderboardSettings",
      summary = "Say whether and where a district has leaderboards",
      description =
          "Takes the place of what was said before; what is absent is as without any settings. Holds"
              + " at once. Learners of a school that is turned off are on no board and see none; a"
              + " class that is turned off has none of its own. 412 `LEADERBOARD_SETTINGS_STALE`"
              + " where somebody was faster. Role: district-admin.")
  @APIResponse(
      responseCode = "200",
      description = "The settings",
      content = @Content(schema = @Schema(implementation = LeaderboardSettingsView.class)))
  @APIResponse(responseCode = "400", ref = "#/components/responses/Problem")
  @APIResponse(responseCode = "412", ref = "#/components/responses/Problem")
  public Response put(
      @HeaderParam("If-Match")
          @Parameter(description = "The ETag of what was read", required = true, example = "\"0\"")
          @Nullable String match,
      @RequestBody(
              required = true,
              content = @Content(examples = @ExampleObject(name = "settings", value = EXAMPLE)))
          @Nullable SettingsBody body) {
    if (body == null) {
      throw Revisions.noBody();
    }
    LeaderboardSettingsView view =
        settings.change(
            Revisions.of(match),
            new LeaderboardSettings.Change(
                body.enabled(), body.minimumGroup(), body.schoolsOff(), body.classesOff()));
    return Revisions.tagged(view, view.revision());
  }
}
