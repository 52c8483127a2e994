package org.cairn.web.progress;

import jakarta.ejb.EJB;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.cairn.progress.ProgressDevices;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One's own devices. */
@Path("learning/progress/devices")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Progress sync")
public class OwnDevicesResource {

  @EJB private ProgressDevices devices;

  @GET
  @Operation(
      operationId = "listMyProgressDevices",
      summary = "Your devices and when they last synced",
      description =
          "Role: learner. The latest first, at most 50. A device is what calls itself by one"
              + " `clientId`.")
  public DevicesAnswer mine() {
    return new DevicesAnswer(devices.of("me"));
  }
}
