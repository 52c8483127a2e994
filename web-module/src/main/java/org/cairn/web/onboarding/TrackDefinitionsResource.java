package org.cairn.web.onboarding;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ejb.EJB;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.cairn.onboarding.TrackDefinitionView;
import org.cairn.onboarding.TrackDefinitions;
import org.cairn.shared.Page;
import org.cairn.web.shared.Revisions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A district's own tracks beside the shared ones. */
@Path("admin/tracks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Onboarding")
public class TrackDefinitionsResource {

  @EJB private TrackDefinitions definitions;

  @GET
  @Operation(
      operationId = "listTracks",
      summary = "The tracks that learners of the district can have",
      description =
          "By key, of each the newest version; the district's own goes before the shared one of the"
              + " same key. Role: district-admin.")
  public Page<TrackDefinitionView> page(
      @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @Nullable Integer limit) {
    return definitions.page(cursor, limit);
  }

  @GET
  @Path("{trackKey}")
  @Operation(
      operationId = "getTrack",
      summary = "One track's definition",
      description =
          "Send the answer's ETag as If-Match with the next change. Role: district-admin.")
  @APIResponse(
      responseCode = "200",
      description = "The newest version",
      content = @Content(schema = @Schema(implementation = TrackDefinitionView.class)))
  @APIResponse(responseCode = "404", description = "TRACK_NOT_FOUND")
  public Response find(@PathParam("trackKey") @Parameter(example = "first-steps") String trackKey) {
    return tagged(definitions.find(trackKey));
  }

  @PUT
  @Path("{trackKey}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "putTrack",
      summary = "Give the district a track of its own, or a new version of it",
      description =
          "The body is a track as config/tracks/track.schema.json describes it. Learners who have"
              + " begun finish the version they are on; nobody waits for steps that the new one no"
              + " longer has. Of a shared track's key, it goes before that. If-Match takes the ETag"
              + " of the present version and is left out for a new key; a stale one is 412."
              + " Role: district-admin.")
  @RequestBody(
      required = true,
      content =
          @Content(examples = @ExampleObject(name = "track", value = TrackExamples.DEFINITION)))
  @APIResponse(
      responseCode = "200",
      description = "The newest version",
      content = @Content(schema = @Schema(implementation = TrackDefinitionView.class)))
  @APIResponse(responseCode = "400", description = "TRACK_INVALID, naming the fields")
  @APIResponse(responseCode = "412", description = "TRACK_STALE")
  public Response put(
      @PathParam("trackKey") @Parameter(example = "library-tour") String trackKey,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @Nullable JsonNode body) {
    return tagged(definitions.put(trackKey, Revisions.version(ifMatch), body));
  }

  @DELETE
  @Path("{trackKey}")
  @Operation(
      operationId = "retireTrack",
      summary = "Close the district's own track to new learners",
      description =
          "Learners who have begun go on. Where there is a shared track of the key, that one holds"
              + " again, and is the answer. Putting a definition opens the track again. If-Match is"
              + " required. Role: district-admin.")
  @APIResponse(
      responseCode = "200",
      description = "What the key stands for now",
      content = @Content(schema = @Schema(implementation = TrackDefinitionView.class)))
  @APIResponse(responseCode = "404", description = "TRACK_NOT_FOUND, also for a shared track")
  @APIResponse(responseCode = "412", description = "TRACK_STALE")
  public Response retire(
      @PathParam("trackKey") @Parameter(example = "library-tour") String trackKey,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
    return tagged(definitions.retire(trackKey, Revisions.version(ifMatch)));
  }

  private static Response tagged(TrackDefinitionView track) {
    return Revisions.tagged(track, track.version());
  }
}
