package org.cairn.web.gamification;

import jakarta.ejb.EJB;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.cairn.achievement.Achievements;
import org.cairn.gamification.Profiles;
import org.cairn.gamification.WhyView;
import org.cairn.gamification.XpTransactionView;
import org.cairn.hint.HintAllowances;
import org.cairn.shared.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A learner's profile and ledger. */
@Path("learners/{learner}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Gamification")
public class ProfilesResource {

  static final String WHY =
      """
      {"transaction": {"id": "0198f3a2-6d1c-7c7e-9a55-0f4f2c1b7a10", "number": 12,
         "type": "EARNED", "category": "LEARNING", "reason": "ANSWER_CORRECT",
         "source": "question/2026/m4-fractions-03", "amount": 19, "waived": 0,
         "balanceAfter": 231, "verified": true, "ruleVersion": "shared-1", "eventId": "answer-77",
         "occurredAt": "2026-03-10T14:05:00Z", "recordedAt": "2026-03-10T14:05:01Z"},
       "event": {"eventId": "answer-77", "name": "question.answered",
         "occurredAt": "2026-03-10T14:05:00Z", "effectiveAt": "2026-03-10T14:05:00Z",
         "recordedAt": "2026-03-10T14:05:01Z", "trust": "SERVER"},
       "condition": "A question was answered right at try 1",
       "rule": {"version": "shared-1", "kind": "ANSWER", "amount": 10, "day": "2026-03-10",
         "streakDays": 6,
         "multipliers": [
           {"name": "grade", "value": 1.5, "because": "in grade 03 then"},
           {"name": "category", "value": 0.1, "because": "for the category LEARNING"},
           {"name": "streak", "value": 0.2,
            "because": "the streak was 6 days long; more than 5 are needed"}],
         "arithmetic": "floor(10 × 1.5 × (1 + 0.1 + 0.2)) = 19", "result": 19},
       "owed": 19, "paidBefore": 0, "corrections": []}""";

  @EJB private Profiles profiles;
  @EJB private Achievements achievements;
  @EJB private HintAllowances hints;

  @GET
  @Path("profile")
  @Operation(
      operationId = "getProfile",
      summary = "What a learner is in the game",
      description =
          "Lifetime XP, balance and level progress are three numbers, never mixed. The streak is told"
              + " as it stands on the school's today. A learner up to grade 2 gets its own profile"
              + " without any amount of XP.")
  public LearnerProfile profile(
      @PathParam("learner") @Parameter(description = "An id, or `me`", example = "me")
          String learner) {
    return new LearnerProfile(
        profiles.of(learner), achievements.summary(learner), hints.summary(learner));
  }

  @GET
  @Path("xp-transactions")
  @Operation(
      operationId = "listXpTransactions",
      summary = "A learner's XP ledger, newest first",
      description =
          "The sum of all amounts is the balance; the sum of amounts less `waived`, of all rows that"
              + " are not SPENT, is the lifetime XP. A learner up to grade 2 gets no rows of its own.")
  public Page<XpTransactionView> transactions(
      @PathParam("learner") @Parameter(description = "An id, or `me`", example = "me")
          String learner,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    return profiles.transactions(learner, cursor, limit);
  }

  @GET
  @Path("xp-transactions/{id}/why")
  @Operation(
      operationId = "explainXpTransaction",
      summary = "Why a row of the ledger is what it is",
      description =
          "The event, what it fulfilled, the rule with its version and multipliers, the arithmetic,"
              + " and all rows for the same source.")
  @APIResponse(
      responseCode = "200",
      description = "From the event to the ledger",
      content =
          @Content(
              schema = @Schema(implementation = WhyView.class),
              examples = @ExampleObject(name = "an answer", value = WHY)))
  @APIResponse(responseCode = "404", ref = "#/components/responses/Problem")
  public WhyView why(
      @PathParam("learner") @Parameter(description = "An id, or `me`", example = "me")
          String learner,
      @PathParam("id") @Parameter(description = "The row's id") UUID id) {
    return profiles.why(learner, id);
  }
}
