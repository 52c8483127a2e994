package org.cairn.web.progress;

import jakarta.ejb.EJB;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.cairn.progress.ProgressDevices;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Learners' devices, for those who may see them. */
@Path("learners/{learner}/progress/devices")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Progress sync")
public class LearnerDevicesResource {

  @EJB private ProgressDevices devices;

  @GET
  @Operation(
      operationId = "listProgressDevicesOfLearner",
      summary = "A learner's devices and when they last synced",
      description = "The latest first, at most 50.")
  public DevicesAnswer of(
      @PathParam("learner") @Parameter(description = "An id, or `me`", example = "me")
          String learner) {
    return new DevicesAnswer(devices.of(learner));
  }
}
