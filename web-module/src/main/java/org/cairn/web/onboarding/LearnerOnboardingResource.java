package org.cairn.web.onboarding;

import jakarta.ejb.EJB;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.cairn.onboarding.LearnerTracks;
import org.cairn.onboarding.OnboardingTracks;
import org.cairn.onboarding.TrackProgressView;
import org.cairn.onboarding.TrackView;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Learners' onboarding tracks, for those who may see them. */
@Path("learners/{learner}/onboarding/tracks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Onboarding")
public class LearnerOnboardingResource {

  /** Why a step is left out: 1 to 300 characters. */
  public record WaiverBody(@Nullable String reason) {}

  @EJB private OnboardingTracks tracks;
  @EJB private LearnerTracks decisions;

  @GET
  @Operation(
      operationId = "onboardingTracksOfLearner",
      summary = "The tracks that a learner can be on")
  public List<TrackView> of(
      @PathParam("learner") String learner,
      @QueryParam("productId") @Nullable String productId,
      @QueryParam("includeProgress") @DefaultValue("true") boolean includeProgress) {
    return tracks.of(learner, productId, includeProgress);
  }

  @GET
  @Path("{trackKey}/progress")
  @Operation(
      operationId = "onboardingProgressOfLearner",
      summary = "How far a learner has come on a track")
  public TrackProgressView progress(
      @PathParam("learner") String learner, @PathParam("trackKey") String trackKey) {
    return tracks.progress(learner, trackKey);
  }

  @POST
  @Path("{trackKey}/steps/{stepKey}/waive")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "waiveStepOfLearner",
      summary = "Leave out a step for a learner",
      description =
          "For a step that the learner cannot do, or has missed: the track no longer waits for it."
              + " The reason goes into the audit and the learner's log. Again changes nothing."
              + " Roles: teacher of the learner's class, district-admin.")
  @APIResponse(
      responseCode = "200",
      description = "How the learner has come on the track",
      content =
          @Content(
              schema = @Schema(implementation = TrackProgressView.class),
              examples = @ExampleObject(name = "progress", value = TrackExamples.PROGRESS)))
  @APIResponse(responseCode = "400", description = "WAIVER_INVALID")
  @APIResponse(
      responseCode = "404",
      description = "LEARNER_NOT_FOUND, TRACK_NOT_FOUND, STEP_NOT_FOUND")
  @APIResponse(responseCode = "409", description = "STEP_NOT_SKIPPABLE")
  public TrackProgressView waive(
      @PathParam("learner") @Parameter(description = "The learner's id") String learner,
      @PathParam("trackKey") @Parameter(example = "first-steps") String trackKey,
      @PathParam("stepKey") @Parameter(example = "read-three") String stepKey,
      @RequestBody(
              required = true,
              content =
                  @Content(
                      examples = @ExampleObject(name = "waiver", value = TrackExamples.WAIVER)))
          @Nullable WaiverBody body) {
    return decisions.waive(learner, trackKey, stepKey, body == null ? null : body.reason());
  }
}
