package org.cairn.web.support;

import jakarta.ejb.EJB;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.cairn.support.OwnRemediation;
import org.cairn.support.RemediationView;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The calling learner's own remediation queue. */
@Path("learning/remediation/{itemId}/start")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Support")
public class OwnRemediationResource {

  @EJB private OwnRemediation remediation;

  @POST
  @Operation(
      operationId = "startMyRemediation",
      summary = "Begin to work on an item of your queue",
      description =
          "Takes no body; again changes nothing. It is completed when you master the skill, or when"
              + " a teacher says so. 409 `REMEDIATION_CLOSED` where it is completed or skipped."
              + " Role: learner.")
  @APIResponse(
      responseCode = "200",
      description = "The item",
      content =
          @Content(
              schema = @Schema(implementation = RemediationView.class),
              examples = @ExampleObject(name = "item", value = SupportExamples.ITEM)))
  @APIResponse(responseCode = "404", ref = "#/components/responses/Problem")
  @APIResponse(responseCode = "409", ref = "#/components/responses/Problem")
  public RemediationView start(@PathParam("itemId") UUID itemId) {
    return remediation.start(itemId);
  }
}
