package org.cairn.web.gamification;

import jakarta.ejb.EJB;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.cairn.gamification.XpCorrections;
import org.cairn.gamification.XpTransactionView;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What a district's administrator sets right in a ledger. */
@Path("admin/learners/{learner}/xp-corrections")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Gamification")
public class XpCorrectionsResource {

  private static final String EXAMPLE =
      """
      {"amount": -40, "reason": "Counted twice at the reading fair"}""";

  /** How much, and why. */
  public record CorrectionBody(@Nullable Integer amount, @Nullable String reason) {}

  @EJB private XpCorrections corrections;

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "correctXp",
      summary = "Correct a learner's XP",
      description =
          "Role: district-admin. Changes lifetime XP and balance by the amount. What would take the"
              + " balance below 0 is not taken and shown as `waived`. The reason is shown in the"
              + " ledger, also to the learner. The same key again changes nothing and answers the"
              + " same row. Nobody else can post XP.")
  @APIResponse(
      responseCode = "200",
      description = "The ledger's row",
      content = @Content(schema = @Schema(implementation = XpTransactionView.class)))
  @APIResponse(responseCode = "400", ref = "#/components/responses/Problem")
  @APIResponse(responseCode = "409", ref = "#/components/responses/Problem")
  public XpTransactionView correct(
      @PathParam("learner") @Parameter(description = "The learner's id") String learner,
      @HeaderParam("Idempotency-Key")
          @Parameter(
              description = "Your own name for this correction, 1 to 80 characters",
              required = true,
              example = "reading-fair-2026-17")
          @Nullable String key,
      @RequestBody(
              required = true,
              content = @Content(examples = @ExampleObject(name = "correction", value = EXAMPLE)))
          @Nullable CorrectionBody body) {
    return corrections.correct(
        learner, body == null ? null : body.amount(), body == null ? null : body.reason(), key);
  }
}
