package org.cairn.web.digest;

import jakarta.ejb.EJB;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.cairn.digest.DigestSettings;
import org.cairn.digest.DigestSettingsView;
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

/** When a district's guardians are mailed their digest. */
@Path("admin/digest-settings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Guardians")
public class DigestSettingsResource {

  private static final String SETTINGS =
      """
      {"enabled": true, "weekday": "FRIDAY", "hour": 16}""";

  private static final String VIEW =
      """
      {"revision": 1, "enabled": true, "weekday": "FRIDAY", "hour": 16, "mailServer": true,
       "changedBy": "2f6c1d5e-8a44-4a39-9d6d-1f5b8f0a9c11"}""";

  @EJB private DigestSettings settings;

  @GET
  @Operation(
      operationId = "getDigestSettings",
      summary = "When guardians are mailed their digest",
      description =
          "Without any change: on Fridays from 16:00 on, by the district's clock, where the"
              + " installation has a mail server. Send the answer's ETag as If-Match with a change."
              + " Role: district-admin.")
  @APIResponse(
      responseCode = "200",
      description = "The settings",
      content =
          @Content(
              schema = @Schema(implementation = DigestSettingsView.class),
              examples = @ExampleObject(name = "settings", value = VIEW)))
  public Response find() {
    return tagged(settings.find());
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "putDigestSettings",
      summary = "Say when guardians are mailed their digest",
      description =
          "Takes the place of what was said before; what is absent is as without any settings."
              + " Whoever got this week's mail gets no second one. 412 `DIGEST_SETTINGS_STALE` where"
              + " somebody was faster. Role: district-admin.")
  @APIResponse(
      responseCode = "200",
      description = "The settings",
      content =
          @Content(
              schema = @Schema(implementation = DigestSettingsView.class),
              examples = @ExampleObject(name = "settings", value = VIEW)))
  @APIResponse(responseCode = "400", ref = "#/components/responses/Problem")
  @APIResponse(responseCode = "412", ref = "#/components/responses/Problem")
  public Response put(
      @HeaderParam("If-Match")
          @Parameter(description = "The ETag of what was read", required = true, example = "\"0\"")
          @Nullable String match,
      @RequestBody(
              required = true,
              content = @Content(examples = @ExampleObject(name = "settings", value = SETTINGS)))
          DigestSettings.@Nullable Change body) {
    if (body == null) {
      throw Revisions.noBody();
    }
    return tagged(settings.change(Revisions.of(match), body));
  }

  private static Response tagged(DigestSettingsView view) {
    return Revisions.tagged(view, view.revision());
  }
}
