package org.cairn.web.journey;

import jakarta.ejb.EJB;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.cairn.journey.JourneyRecords;
import org.cairn.shared.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What stands above a learner's journeys: grades, skills, devices. */
@Path("learners/{learner}/record")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Journeys")
public class LearningRecordResource {

  @EJB private JourneyRecords records;

  @GET
  @Path("grades")
  @Operation(
      operationId = "listGradesOfLearner",
      summary = "A learner's journeys and progression, for each grade and school year",
      description = "The latest school year first.")
  public List<JourneyRecords.Grade> grades(
      @PathParam("learner") @Parameter(description = "An id, or `me`", example = "me")
          String learner) {
    return records.grades(learner);
  }

  @GET
  @Path("skills")
  @Operation(
      operationId = "listSkillsOfLearner",
      summary = "The skills that a learner has completed",
      description = "By id; mastered from a verified score of 70.")
  public Page<JourneyRecords.Skill> skills(
      @PathParam("learner") @Parameter(description = "An id, or `me`", example = "me")
          String learner,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    return records.skills(learner, cursor, limit);
  }

  @GET
  @Path("devices")
  @Operation(
      operationId = "listDevicesOfLearner",
      summary = "The devices on which a learner went on with journeys",
      description = "The latest first, with the journey and the lesson to go on with.")
  public List<JourneyRecords.Device> devices(
      @PathParam("learner") @Parameter(description = "An id, or `me`", example = "me")
          String learner) {
    return records.devices(learner);
  }
}
