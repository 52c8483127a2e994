package org.cairn.web.journey;

import jakarta.ejb.EJB;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.cairn.gamification.Profiles;
import org.cairn.journey.JourneyRecords;
import org.cairn.journey.JourneyView;
import org.cairn.shared.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Learners' journeys, for those who may see them. */
@Path("learners/{learner}/journeys")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Journeys")
public class LearnerJourneysResource {

  @EJB private JourneyRecords records;
  @EJB private Profiles profiles;

  @GET
  @Operation(
      operationId = "listJourneysOfLearner",
      summary = "A learner's journeys, newest first",
      description = "Numbers of lessons, without questions and answers.")
  public Page<JourneyView> page(
      @PathParam("learner") @Parameter(description = "An id, or `me`", example = "me")
          String learner,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    return records.page(learner, cursor, limit);
  }

  @GET
  @Path("{journeyId}")
  @Operation(operationId = "getJourneyOfLearner", summary = "One journey of a learner")
  public JourneyView find(
      @PathParam("learner") String learner, @PathParam("journeyId") UUID journeyId) {
    return records.find(learner, journeyId);
  }

  @GET
  @Path("{journeyId}/summary")
  @Operation(
      operationId = "getJourneySummaryOfLearner",
      summary = "What a learner's journey came to",
      description =
          "Completed lessons count. The overall score is the mean of the containers' mean scores.")
  public JourneySummary summary(
      @PathParam("learner") String learner, @PathParam("journeyId") UUID journeyId) {
    return JourneySummary.of(learner, journeyId, records, profiles);
  }
}
