package org.cairn.web.digest;

import jakarta.ejb.EJB;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.cairn.digest.DigestPreferenceView;
import org.cairn.digest.DigestPreferences;
import org.cairn.web.shared.Revisions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What the calling guardian wants of the weekly digest. */
@Path("guardian/digest")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Guardians")
public class OwnDigestResource {

  private static final String VIEW =
      """
      {"wanted": true, "language": "en", "address": true}""";

  @EJB private DigestPreferences preferences;

  @GET
  @Operation(
      operationId = "getMyDigest",
      summary = "Whether you get the weekly digest",
      description =
          "Without a word of yours it is sent, in English, to the address that the roster has of"
              + " you; `address` tells whether it has one. Role: guardian.")
  @APIResponse(
      responseCode = "200",
      description = "What holds",
      content =
          @Content(
              schema = @Schema(implementation = DigestPreferenceView.class),
              examples = @ExampleObject(name = "wanted", value = VIEW)))
  public DigestPreferenceView find() {
    return preferences.find();
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "putMyDigest",
      summary = "Get the weekly digest, or no more",
      description =
          "Holds from the next mail on. Languages: `en`, `es`; absent: as it is. Role: guardian.")
  @RequestBody(
      required = true,
      content =
          @Content(
              examples =
                  @ExampleObject(
                      name = "in Spanish",
                      value = "{\"wanted\": true, \"language\": \"es\"}")))
  @APIResponse(
      responseCode = "200",
      description = "What holds",
      content =
          @Content(
              schema = @Schema(implementation = DigestPreferenceView.class),
              examples = @ExampleObject(name = "wanted", value = VIEW)))
  @APIResponse(responseCode = "400", ref = "#/components/responses/Problem")
  public DigestPreferenceView put(DigestPreferences.@Nullable Wish body) {
    if (body == null) {
      throw Revisions.noBody();
    }
    return preferences.put(body);
  }
}
