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
import org.cairn.access.Access;
import org.cairn.onboarding.OnboardingTracks;
import org.cairn.onboarding.TrackProgressView;
import org.cairn.onboarding.TrackView;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** One's own onboarding tracks. */
@Path("learning/onboarding/tracks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Onboarding")
public class OnboardingResource {

  @EJB private OnboardingTracks tracks;

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
}
