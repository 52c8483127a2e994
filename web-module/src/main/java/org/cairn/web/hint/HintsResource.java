package org.cairn.web.hint;

import jakarta.ejb.EJB;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.cairn.hint.HintView;
import org.cairn.hint.Hints;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Hints on questions of one's own lessons. */
@Path("learning/hints")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Gamification")
public class HintsResource {

  private static final String WISH =
      """
      {"hintId": "0198f3a2-6d1c-7c7e-9a55-0f4f2c1b7a10",
       "sessionId": "0198f3a2-6d1c-7c7e-9a55-0f4f2c1b7a11",
       "questionId": "math-multiply-divide.01", "level": "clear"}""";

  private static final String HINT =
      """
      {"hintId": "0198f3a2-6d1c-7c7e-9a55-0f4f2c1b7a10",
       "sessionId": "0198f3a2-6d1c-7c7e-9a55-0f4f2c1b7a11",
       "questionId": "math-multiply-divide.01", "level": "clear",
       "text": "Break the harder number up: six of something is five of it and one more.",
       "recommended": true, "free": false, "paid": 8, "givenAt": "2026-03-10T14:05:00Z"}""";

  @EJB private Hints hints;

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "askForHint",
      summary = "Ask for a hint on a question of a lesson",
      description =
          "Free while the school's day has free ones left, else for XP of the balance; lifetime XP"
              + " and ranks stay. `hintId` is yours to choose: the same again is the same hint and"
              + " paid once. A level that you have of this question is given again for nothing. Up"
              + " to grade 2 nobody pays. Role: learner.")
  @APIResponse(
      responseCode = "200",
      description = "The hint, as it was given",
      content =
          @Content(
              schema = @Schema(implementation = HintView.class),
              examples = @ExampleObject(name = "a recommended one", value = HINT)))
  @APIResponse(responseCode = "400", ref = "#/components/responses/Problem")
  @APIResponse(
      responseCode = "404",
      description = "SESSION_NOT_FOUND, QUESTION_NOT_ASKED, HINT_NOT_OFFERED; nothing is spent")
  @APIResponse(
      responseCode = "409",
      description = "INSUFFICIENT_XP, SESSION_COMPLETE, HINT_CONFLICT; nothing is spent")
  public HintView ask(
      @RequestBody(
              required = true,
              content = @Content(examples = @ExampleObject(name = "hint", value = WISH)))
          Hints.@Nullable Wish body) {
    return hints.ask(body == null ? new Hints.Wish(null, null, null, null) : body);
  }
}
