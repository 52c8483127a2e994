package org.cairn.web.onboarding;

import jakarta.ejb.EJB;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.cairn.onboarding.OnboardingTracks;
import org.cairn.onboarding.TrackProgressView;
import org.cairn.onboarding.TrackView;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Onboarding tracks: one's own, and other learners' for those who may see them. */
@Path("")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Onboarding")
public class OnboardingResource {

  private static final String ME = "me";

  @EJB private OnboardingTracks tracks;

  @GET
  @Path("learning/onboarding/tracks")
  @Operation(
      operationId = "myOnboardingTracks",
      summary = "The tracks that you can be on",
      description = "By name. Role: learner.")
  public List<TrackView> mine(
      @QueryParam("productId") @Nullable String productId,
      @QueryParam("includeProgress") @DefaultValue("true") boolean includeProgress) {
    return tracks.of(ME, productId, includeProgress);
  }

  @GET
  @Path("learning/onboarding/tracks/{trackKey}/progress")
  @Operation(
      operationId = "myOnboardingProgress",
      summary = "How far you have come on a track",
      description = "Its steps in their order, and the next one. Role: learner.")
  public TrackProgressView myProgress(
      @PathParam("trackKey") @Parameter(example = "first-steps") String trackKey) {
    return tracks.progress(ME, trackKey);
  }

  @GET
  @Path("learners/{learner}/onboarding/tracks")
  @Operation(
      operationId = "onboardingTracksOfLearner",
      summary = "The tracks that a learner can be on")
  public List<TrackView> ofLearner(
      @PathParam("learner") String learner,
      @QueryParam("productId") @Nullable String productId,
      @QueryParam("includeProgress") @DefaultValue("true") boolean includeProgress) {
    return tracks.of(learner, productId, includeProgress);
  }

  @GET
  @Path("learners/{learner}/onboarding/tracks/{trackKey}/progress")
  @Operation(
      operationId = "onboardingProgressOfLearner",
      summary = "How far a learner has come on a track")
  public TrackProgressView progressOfLearner(
      @PathParam("learner") String learner, @PathParam("trackKey") String trackKey) {
    return tracks.progress(learner, trackKey);
  }
}
