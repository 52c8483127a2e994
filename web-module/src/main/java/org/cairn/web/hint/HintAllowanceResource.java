package org.cairn.web.hint;

import jakarta.ejb.EJB;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.cairn.hint.HintAllowanceView;
import org.cairn.hint.HintAllowances;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What hints a learner can have today. */
@Path("learners/{learner}/hints")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Gamification")
public class HintAllowanceResource {

  private static final String ALLOWANCE =
      """
      {"day": "2026-03-10", "usedToday": 4, "freeLeft": 0, "recommended": "clear",
       "levels": [
         {"level": "encouragement", "price": 0, "cost": 0, "recommended": false, "offered": true},
         {"level": "subtle", "price": 5, "cost": 5, "recommended": false, "offered": true},
         {"level": "clear", "price": 8, "cost": 8, "recommended": true, "offered": true},
         {"level": "example", "price": 15, "cost": 15, "recommended": false, "offered": true},
         {"level": "answer", "price": 20, "cost": 20, "recommended": false, "offered": true}]}""";

  @EJB private HintAllowances allowances;

  @GET
  @Operation(
      operationId = "getHintAllowance",
      summary = "A learner's hints today: used, free ones left, prices",
      description =
          "Of a question of one's own open lesson also which levels it offers and which one is"
              + " recommended. Free ones begin anew at the school's midnight. A learner up to grade"
              + " 2 gets its own without XP.")
  @APIResponse(
      responseCode = "200",
      description = "The school's today",
      content =
          @Content(
              schema = @Schema(implementation = HintAllowanceView.class),
              examples = @ExampleObject(name = "of a question", value = ALLOWANCE)))
  @APIResponse(responseCode = "400", ref = "#/components/responses/Problem")
  @APIResponse(responseCode = "404", ref = "#/components/responses/Problem")
  public HintAllowanceView of(
      @PathParam("learner") @Parameter(description = "An id, or `me`", example = "me")
          String learner,
      @QueryParam("session") @Parameter(description = "One of one's own open lessons")
          @Nullable String session,
      @QueryParam("question") @Parameter(description = "A question that it asks")
          @Nullable String question) {
    return allowances.of(learner, session, question);
  }
}
