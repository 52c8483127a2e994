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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Learners' onboarding tracks, for those who may see them. */
@Path("learners/{learner}/onboarding/tracks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Onboarding")
public class LearnerOnboardingResource {

  @EJB private OnboardingTracks tracks;

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
}
