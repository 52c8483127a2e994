package org.cairn.web.guardian;

import jakarta.ejb.EJB;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.cairn.guardian.Pairing;
import org.cairn.guardian.PairingCodeView;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Codes with which guardians are linked to a learner. */
@Path("learners/{learner}/pairing-codes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Guardians")
public class PairingCodesResource {

  private static final String EXAMPLE =
      """
      {"code": "7KQMX4TD", "expiresAt": "2026-03-09T08:30:00Z"}""";

  @EJB private Pairing pairing;

  @POST
  @Operation(
      operationId = "issuePairingCode",
      summary = "Make a code for a guardian",
      description =
          "8 characters that link one guardian, once, within 7 days. It is shown in this answer"
              + " only; each call makes another one, at most 10 are good at a time. Takes no body."
              + " Roles: learner (`me`), school-admin, district-admin.")
  @APIResponse(
      responseCode = "200",
      description = "The code",
      content =
          @Content(
              schema = @Schema(implementation = PairingCodeView.class),
              examples = @ExampleObject(name = "code", value = EXAMPLE)))
  @APIResponse(responseCode = "404", ref = "#/components/responses/Problem")
  @APIResponse(responseCode = "409", description = "PAIRING_CODES_OPEN")
  public PairingCodeView issue(
      @PathParam("learner") @Parameter(description = "An id, or `me`", example = "me")
          String learner) {
    return pairing.issue(learner);
  }
}
