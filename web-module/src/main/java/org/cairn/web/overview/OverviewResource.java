package org.cairn.web.overview;

import jakarta.ejb.EJB;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.cairn.overview.OverviewView;
import org.cairn.overview.Overviews;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How a learner stands, in one answer. */
@Path("learners/{learner}/overview")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Guardians")
public class OverviewResource {

  private static final String EXAMPLE =
      """
      {"learnerId": "0198f3a2-6d1c-7c7e-9a55-0f4f2c1b7a10", "givenName": "Dale", "grade": "04",
       "profile": {"learnerId": "0198f3a2-6d1c-7c7e-9a55-0f4f2c1b7a10", "lifetimeXp": 340,
         "balance": 290, "dailyXp": 25, "level": 3, "xpInLevel": 38, "xpToNextLevel": 255,
         "tier": "Bronze", "streak": {"current": 4, "best": 6, "freezes": 2, "milestone": 3,
           "nextMilestone": 7}, "lastActiveAt": "2026-03-05T16:20:00Z"},
       "achievements": {"count": 1, "recent": [{"key": "first-steps", "name": "First steps",
         "rarity": "common", "unlockedAt": "2026-03-02T08:40:00Z"}]},
       "week": {"from": "2026-03-02", "timeSpent": 2710, "answers": 61},
       "tracks": [], "remediation": []}""";

  @EJB private Overviews overviews;

  @GET
  @Operation(
      operationId = "getOverviewOfLearner",
      summary = "How a learner stands, in one answer",
      description =
          "Level, XP and streak, achievements, the latest journey with its lessons, the time spent"
              + " since Monday of the school's week, onboarding tracks, and what is to be worked on"
              + " next. Figures, never questions or answers. Roles: the learner (`me`), its"
              + " guardians, teachers and administrators.")
  @APIResponse(
      responseCode = "200",
      description = "The overview",
      content =
          @Content(
              schema = @Schema(implementation = OverviewView.class),
              examples = @ExampleObject(name = "overview", value = EXAMPLE)))
  @APIResponse(responseCode = "404", ref = "#/components/responses/Problem")
  public OverviewView of(
      @PathParam("learner") @Parameter(description = "An id, or `me`", example = "me")
          String learner) {
    return overviews.of(learner);
  }
}
