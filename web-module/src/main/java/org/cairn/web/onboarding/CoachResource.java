package org.cairn.web.onboarding;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ejb.EJB;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.cairn.onboarding.Coach;
import org.cairn.onboarding.Coach.CoachView;
import org.cairn.onboarding.Coach.CoachView.CoachTip;
import org.cairn.onboarding.Coach.CoachView.Silence;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What the coach says. */
@Path("learning/onboarding/coach")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Onboarding")
public class CoachResource {

  private static final String TIP =
      """
      {"tip": {"trackKey": "first-steps", "trackName": "First steps", "stepKey": "set-goal",
               "title": "Set yourself a goal", "required": true,
               "dueAt": "2026-03-06T22:00:00Z", "xpReward": 20,
               "since": "2026-03-02T08:30:00Z"}}""";

  private static final String SILENCE =
      """
      {"tip": null, "silence": "ENOUGH_TODAY", "until": "2026-03-03T06:00:00Z"}""";

  /**
   * What is said, with a null where the coach is silent.
   *
   * @param silence why there is no tip
   * @param until when there can be one again, where time alone will tell
   */
  public record CoachAnswer(
      @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable CoachTip tip,
      @Nullable Silence silence,
      @Nullable Instant until) {

    private static CoachAnswer of(CoachView said) {
      return new CoachAnswer(said.tip(), said.silence(), said.until());
    }
  }

  @EJB private Coach coach;

  @GET
  @Operation(
      operationId = "myCoachTip",
      summary = "The next best step for you now",
      description =
          "Role: learner. What is assigned and due within a week comes first, then what is"
              + " required, then what you have begun; never a step of a track that you dismissed."
              + " A tip stands for a while and is answered again meanwhile; a school's day has a"
              + " few. Where there is none, `tip` is null, `silence` says why and `until` when to"
              + " ask again. Learners up to grade 2 are not shown XP.")
  @APIResponse(
      responseCode = "200",
      description = "A tip, or why there is none",
      content =
          @Content(
              schema = @Schema(implementation = CoachAnswer.class),
              examples = {
                @ExampleObject(name = "tip", value = TIP),
                @ExampleObject(name = "silence", value = SILENCE)
              }))
  public CoachAnswer tip() {
    return CoachAnswer.of(coach.tip());
  }
}
