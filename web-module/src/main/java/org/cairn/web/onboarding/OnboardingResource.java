package org.cairn.web.onboarding;

import jakarta.ejb.EJB;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.cairn.access.Access;
import org.cairn.onboarding.LearnerTracks;
import org.cairn.onboarding.OnboardingTracks;
import org.cairn.onboarding.TrackProgressView;
import org.cairn.onboarding.TrackView;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** One's own onboarding tracks. */
@Path("learning/onboarding/tracks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Onboarding")
public class OnboardingResource {

  @EJB private OnboardingTracks tracks;
  @EJB private LearnerTracks decisions;

  @GET
  @Operation(
      operationId = "myOnboardingTracks",
      summary = "The tracks that you can be on",
      description = "By name. Role: learner.")
  public List<TrackView> mine(
      @QueryParam("productId") @Nullable String productId,
      @QueryParam("includeProgress") @DefaultValue("true") boolean includeProgress) {
    return tracks.of(Access.ME, productId, includeProgress);
  }

  @GET
  @Path("{trackKey}/progress")
  @Operation(
      operationId = "myOnboardingProgress",
      summary = "How far you have come on a track",
      description = "Its steps in their order, and the next one. Role: learner.")
  public TrackProgressView myProgress(
      @PathParam("trackKey") @Parameter(example = "first-steps") String trackKey) {
    return tracks.progress(Access.ME, trackKey);
  }

  @POST
  @Path("{trackKey}/start")
  @Operation(
      operationId = "startMyTrack",
      summary = "Begin a track",
      description =
          "Its hours are counted from now, or from your first event for it, whichever is earlier."
              + " Again changes nothing. Role: learner.")
  @APIResponse(
      responseCode = "200",
      description = "How you have come on the track",
      content =
          @Content(
              schema = @Schema(implementation = TrackProgressView.class),
              examples = @ExampleObject(name = "progress", value = TrackExamples.PROGRESS)))
  @APIResponse(responseCode = "404", description = "TRACK_NOT_FOUND")
  public TrackProgressView start(
      @PathParam("trackKey") @Parameter(example = "first-steps") String trackKey) {
    return decisions.start(trackKey);
  }

  @POST
  @Path("{trackKey}/dismiss")
  @Operation(
      operationId = "dismissMyTrack",
      summary = "Have a track never offered to you",
      description = "What you do still advances it. Again changes nothing. Role: learner.")
  @APIResponse(
      responseCode = "200",
      description = "How you have come on the track",
      content =
          @Content(
              schema = @Schema(implementation = TrackProgressView.class),
              examples = @ExampleObject(name = "progress", value = TrackExamples.PROGRESS)))
  @APIResponse(responseCode = "404", description = "TRACK_NOT_FOUND")
  public TrackProgressView dismiss(
      @PathParam("trackKey") @Parameter(example = "first-steps") String trackKey) {
    return decisions.dismiss(trackKey);
  }

  @POST
  @Path("{trackKey}/undismiss")
  @Operation(
      operationId = "undismissMyTrack",
      summary = "Have a dismissed track offered again",
      description = "Again changes nothing. Role: learner.")
  @APIResponse(
      responseCode = "200",
      description = "How you have come on the track",
      content =
          @Content(
              schema = @Schema(implementation = TrackProgressView.class),
              examples = @ExampleObject(name = "progress", value = TrackExamples.PROGRESS)))
  @APIResponse(responseCode = "404", description = "TRACK_NOT_FOUND")
  public TrackProgressView undismiss(
      @PathParam("trackKey") @Parameter(example = "first-steps") String trackKey) {
    return decisions.undismiss(trackKey);
  }

  @POST
  @Path("{trackKey}/steps/{stepKey}/skip")
  @Operation(
      operationId = "skipMyStep",
      summary = "Leave out a step",
      description =
          "It earns nothing, and the track no longer waits for it; what completes it later still"
              + " earns its XP. Begins the track if it has not. Again changes nothing. Role:"
              + " learner.")
  @APIResponse(
      responseCode = "200",
      description = "How you have come on the track",
      content =
          @Content(
              schema = @Schema(implementation = TrackProgressView.class),
              examples = @ExampleObject(name = "progress", value = TrackExamples.PROGRESS)))
  @APIResponse(responseCode = "404", description = "TRACK_NOT_FOUND, STEP_NOT_FOUND")
  @APIResponse(responseCode = "409", description = "STEP_NOT_SKIPPABLE")
  public TrackProgressView skip(
      @PathParam("trackKey") @Parameter(example = "first-steps") String trackKey,
      @PathParam("stepKey") @Parameter(example = "choose-companion") String stepKey) {
    return decisions.skip(trackKey, stepKey);
  }
}
