package org.cairn.web.achievement;

import jakarta.ejb.EJB;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.cairn.achievement.AchievementView;
import org.cairn.achievement.Achievements;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a learner has unlocked, and what there is to unlock. */
@Path("learners/{learner}/achievements")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Gamification")
public class AchievementsResource {

  static final String ACHIEVEMENTS =
      """
      {"items": [
        {"key": "first-steps", "name": "First steps", "description": "Complete your first lesson.",
         "rarity": "common", "xp": 25, "count": 1, "needed": 1, "unlocked": true,
         "unlockedAt": "2026-03-10T14:05:00Z",
         "eventId": "session/0198f3a2-6d1c-7c7e-9a55-0f4f2c1b7a10/completed",
         "ruleVersion": "shared-1"},
        {"key": "perfectionist", "name": "Perfectionist",
         "description": "Get every answer of ten lessons right at the first try.",
         "rarity": "rare", "xp": 75, "count": 4, "needed": 10, "unlocked": false}]}""";

  /** All there are; there is no further page. */
  public record AchievementList(List<AchievementView> items) {}

  @EJB private Achievements achievements;

  @GET
  @Operation(
      operationId = "listAchievements",
      summary = "A learner's achievements, and those still to unlock",
      description =
          "All of the rules in force, in their order, each with how far the learner is; after them"
              + " what earlier rules have unlocked. One is unlocked once and stays so. A learner up"
              + " to grade 2 gets its own without XP.")
  @APIResponse(
      responseCode = "200",
      description = "The achievements",
      content =
          @Content(
              schema = @Schema(type = SchemaType.OBJECT, implementation = AchievementList.class),
              examples = @ExampleObject(name = "two of them", value = ACHIEVEMENTS)))
  @APIResponse(responseCode = "404", ref = "#/components/responses/Problem")
  public AchievementList list(
      @PathParam("learner") @Parameter(description = "An id, or `me`", example = "me")
          String learner) {
    return new AchievementList(achievements.of(learner));
  }
}
