package org.cairn.web.events;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.cairn.events.EventBatches;
import org.cairn.web.shared.RequestMeters;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Learning events that products report. */
@Path("learning/events:batch")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Learning events")
public class EventBatchResource {

  @EJB private EventBatches batches;
  @Inject private RequestMeters meters;

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "recordLearningEvents",
      summary = "Record what learners did, as a product's service account",
      description =
          "Role: system. Up to 500 events of any learners of the tenant. Each is stored, recognized"
              + " as a duplicate, or refused with its own problem; a refused one never takes the"
              + " others with it.")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(ref = "#/components/schemas/LearningEventBatch")))
  @APIResponse(
      responseCode = "200",
      description = "One result for each event, in their order",
      content = @Content(schema = @Schema(ref = "#/components/schemas/LearningEventBatchResult")))
  @APIResponse(responseCode = "400", ref = "#/components/responses/Problem")
  public byte[] record(@Parameter(hidden = true) InputStream body) throws IOException {
    List<EventBatches.Entry> entries = EventReader.batch(body);
    List<EventBatches.Outcome> outcomes = batches.record(entries);
    outcomes.stream()
        .map(EventBatches.Outcome::refusal)
        .filter(Objects::nonNull)
        .forEach(meters::countItem);
    return EventWriter.outcomes(entries, outcomes);
  }
}
