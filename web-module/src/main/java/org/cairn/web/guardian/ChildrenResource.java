package org.cairn.web.guardian;

import jakarta.ejb.EJB;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.cairn.guardian.ChildView;
import org.cairn.guardian.Pairing;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The children of the calling guardian. */
@Path("guardian/children")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Guardians")
public class ChildrenResource {

  private static final String CHILD =
      """
      {"learnerId": "0198f3a2-6d1c-7c7e-9a55-0f4f2c1b7a10", "givenName": "Dale", "grade": "04",
       "source": "pairing", "since": "2026-03-02T08:30:00Z"}""";

  /**
   * What links a child.
   *
   * @param code as the school or the child gave it; case, spaces and hyphens do not matter
   */
  public record CodeBody(@Nullable String code) {}

  @EJB private Pairing pairing;

  @GET
  @Operation(
      operationId = "listMyChildren",
      summary = "Your children",
      description =
          "Those whom you may see now, by id. Their profiles, journeys and progress are below"
              + " `/api/v1/learners/{learner}`. Role: guardian.")
  public List<ChildView> children() {
    return pairing.children();
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "linkMyChild",
      summary = "Link a child by its code",
      description =
          "A code is good once: the second use is 409 `PAIRING_CODE_USED`. After 5 wrong codes"
              + " within an hour of each other none is looked at for an hour: 429"
              + " `PAIRING_LOCKED`. Role: guardian.")
  @RequestBody(
      required = true,
      content =
          @Content(examples = @ExampleObject(name = "code", value = "{\"code\": \"7kqm-x4td\"}")))
  @APIResponse(
      responseCode = "200",
      description = "The child",
      content =
          @Content(
              schema = @Schema(implementation = ChildView.class),
              examples = @ExampleObject(name = "child", value = CHILD)))
  @APIResponse(responseCode = "404", description = "PAIRING_CODE_UNKNOWN")
  @APIResponse(responseCode = "409", description = "PAIRING_CODE_USED")
  @APIResponse(responseCode = "429", description = "PAIRING_LOCKED")
  public ChildView link(@Nullable CodeBody body) {
    return pairing.redeem(body == null ? null : body.code()).orThrow();
  }
}
