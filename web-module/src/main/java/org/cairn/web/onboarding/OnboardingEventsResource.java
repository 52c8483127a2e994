package org.cairn.web.onboarding;

import jakarta.ejb.EJB;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import org.cairn.onboarding.OnboardingEvents;
import org.cairn.web.shared.Json;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The contract {@code learning.onboarding.recordEvent}. */
@Path("learning/onboarding/events")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Onboarding")
public class OnboardingEventsResource {

  private static final String EXAMPLE =
      """
      {"learnerId": "0198f3a2-6d1c-7c7e-9a55-0f4f2c1b7a10",
       "trackId": "card-drill",
       "eventName": "drill.card.answered",
       "eventVersion": 1,
       "eventPayload": {"skillId": "fractions", "correct": true},
       "occurredAt": "2026-03-02T08:30:00Z",
       "eventId": "answer-4711"}""";

  private static final String ANSWER =
      """
      {"success": true, "xpEarned": 10,
       "matched": [
         {"trackKey": "card-drill", "stepKey": "first-card", "completed": true},
         {"trackKey": "card-drill", "stepKey": "five-cards", "completed": false}]}""";

  @EJB private OnboardingEvents events;

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "recordOnboardingEvent",
      summary = "Record a domain event to evaluate onboarding steps",
      description =
          "Roles: system for any learner of its district, learner for itself. The event goes into"
              + " the learner's log and advances every track that it matches; where `trackId` names"
              + " one, a step of it must match, or nothing is stored. Without it, an event that"
              + " matches nothing is answered with an empty `matched`, so that a bus can send"
              + " everything. The same event again gets the same answer.",
      extensions = {
        @Extension(
            name = "x-contract",
            value =
                "{\"key\": \"learning.onboarding.recordEvent\","
                    + " \"tags\": [\"learning\", \"onboarding\", \"events\"]}",
            parseValue = true)
      })
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(ref = "#/components/schemas/OnboardingEvent"),
              examples = @ExampleObject(name = "answer", value = EXAMPLE)))
  @APIResponse(
      responseCode = "200",
      description = "What the event matched, and what it earned",
      content =
          @Content(
              schema = @Schema(implementation = OnboardingEvents.Recorded.class),
              examples = @ExampleObject(name = "matched", value = ANSWER)))
  @APIResponse(responseCode = "400", ref = "#/components/responses/Problem")
  @APIResponse(
      responseCode = "404",
      description = "`TRACK_NOT_FOUND`, also for an unknown learner; `STEP_NOT_FOUND`",
      ref = "#/components/responses/Problem")
  @APIResponse(responseCode = "409", ref = "#/components/responses/Problem")
  public OnboardingEvents.Recorded record(
      @HeaderParam("Idempotency-Key")
          @Parameter(
              description = "Your own name for this request; needed where `eventId` is absent",
              example = "bus-4711")
          @Nullable String key,
      @Parameter(hidden = true) InputStream body)
      throws IOException {
    return events.record(
        OnboardingEventBody.draft(Json.exact(body, OnboardingEventBody.class), key));
  }
}
