package org.cairn.web.events;

import jakarta.ejb.EJB;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import org.cairn.events.LearningEvents;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** One's own learning events. */
@Path("learning/events")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Learning events")
public class LearningEventsResource {

  @EJB private LearningEvents events;

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "recordLearningEvent",
      summary = "Record something that you did",
      description =
          "Role: learner. The event, the steps and tracks that it completes and the XP that it earns"
              + " commit together. The same event again gets the same answer and counts once; the"
              + " same id with other content is 409 `EVENT_CONFLICT`.")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(ref = "#/components/schemas/NewLearningEvent")))
  @APIResponse(
      responseCode = "200",
      description = "As it stands in the log, and what followed from it",
      content = @Content(schema = @Schema(ref = "#/components/schemas/RecordedLearningEvent")))
  @APIResponse(responseCode = "400", ref = "#/components/responses/Problem")
  @APIResponse(responseCode = "409", ref = "#/components/responses/Problem")
  public byte[] record(@Parameter(hidden = true) InputStream body) throws IOException {
    return EventWriter.recorded(events.record(EventReader.one(body).draft(false)));
  }

  @GET
  @Operation(
      operationId = "listMyLearningEvents",
      summary = "Your events, in the order in which Cairn accepted them",
      description =
          "Role: learner. Start without `since`; go on with the answer's `cursor`, also when"
              + " `hasMore` is false: what is accepted later, however old it is, comes after it.")
  @APIResponse(
      responseCode = "200",
      description = "A page",
      content = @Content(schema = @Schema(ref = "#/components/schemas/LearningEventPage")))
  public byte[] mine(
      @QueryParam("since") @Nullable String since,
      @QueryParam("limit") @Parameter(description = "1 to 500, 50 by default")
          @Nullable Integer limit) {
    return EventWriter.page(events.mine(since, limit));
  }
}
