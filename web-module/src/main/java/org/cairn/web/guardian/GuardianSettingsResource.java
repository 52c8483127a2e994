package org.cairn.web.guardian;

import jakarta.ejb.EJB;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.cairn.guardian.GuardianSettings;
import org.cairn.guardian.GuardianSettingsView;
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

/** What a district lets guardians see. */
@Path("admin/guardian-settings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Guardians")
public class GuardianSettingsResource {

  private static final String CHANGE =
      """
      {"answersShown": true}""";

  @EJB private GuardianSettings settings;

  @GET
  @Operation(
      operationId = "getGuardianSettings",
      summary = "What a district lets guardians see",
      description =
          "Without any change: figures, no questions or answers. Send the answer's ETag as If-Match"
              + " with a change. Role: district-admin.")
  @APIResponse(
      responseCode = "200",
      description = "The settings",
      content = @Content(schema = @Schema(implementation = GuardianSettingsView.class)))
  public Response find() {
    return tagged(settings.find());
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "putGuardianSettings",
      summary = "Say what guardians may see",
      description =
          "Takes the place of what was said before; what is absent is as without any settings. Holds"
              + " at once. 412 `GUARDIAN_SETTINGS_STALE` where somebody was faster. Role:"
              + " district-admin.")
  @APIResponse(
      responseCode = "200",
      description = "The settings",
      content = @Content(schema = @Schema(implementation = GuardianSettingsView.class)))
  @APIResponse(responseCode = "400", ref = "#/components/responses/Problem")
  @APIResponse(responseCode = "412", ref = "#/components/responses/Problem")
  public Response put(
      @HeaderParam("If-Match")
          @Parameter(description = "The ETag of what was read", required = true, example = "\"0\"")
          @Nullable String match,
      @RequestBody(
              required = true,
              content = @Content(examples = @ExampleObject(name = "settings", value = CHANGE)))
          GuardianSettings.@Nullable Change body) {
    if (body == null) {
      throw Revisions.noBody();
    }
    return tagged(settings.change(Revisions.of(match), body));
  }

  private static Response tagged(GuardianSettingsView view) {
    return Revisions.tagged(view, view.revision());
  }
}
