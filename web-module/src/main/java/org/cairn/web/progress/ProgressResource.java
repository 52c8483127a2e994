package org.cairn.web.progress;

import jakarta.ejb.EJB;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.cairn.progress.ProgressSync;
import org.cairn.progress.SyncPage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** One's own progress, synced between devices. */
@Path("learning/progress")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Progress sync")
public class ProgressResource {

  @EJB private ProgressSync sync;

  @GET
  @Operation(
      operationId = "readProgress",
      summary = "Your progress, and what other devices have sent",
      description =
          "Role: learner. Without `since`: the snapshot, the calendar by which its streak was"
              + " reckoned, and the first page of your events in the order in which Cairn accepted"
              + " them. With the `cursor` of an earlier answer: the events behind it. A cursor that"
              + " is not known is no error: the answer begins anew and says so by `resync`. Send the"
              + " ETag as If-None-Match to be told 304 while nothing has changed.")
  @APIResponse(
      responseCode = "200",
      description = "A page",
      content = @Content(schema = @Schema(ref = "#/components/schemas/ProgressPage")))
  @APIResponse(responseCode = "304", description = "Nothing has changed")
  public Response read(
      @QueryParam("since") @Parameter(description = "The cursor of an earlier answer")
          @Nullable String since,
      @QueryParam("snapshot")
          @Parameter(description = "`true`: tell the snapshot beside a cursor, too")
          @Nullable String snapshot,
      @QueryParam("limit") @Parameter(description = "1 to 500, which is the default")
          @Nullable Integer limit,
      @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Parameter(hidden = true) @Nullable String known,
      @HeaderParam(HttpHeaders.ACCEPT_ENCODING) @Parameter(hidden = true)
          @Nullable String accepted) {
    SyncPage page = sync.read(since, "true".equals(snapshot), limit, tags(known));
    SyncPage.Content content = page.content();
    Response.ResponseBuilder answer =
        content == null
            ? Response.notModified()
            : Packed.of(SyncWriter.page(content), accepted).answer();
    return answer.header(HttpHeaders.ETAG, page.entityTag()).build();
  }

  /** Those of an {@code If-None-Match}, as weak ones: that is how they are compared (RFC 9110). */
  private static Set<String> tags(@Nullable String header) {
    return header == null
        ? Set.of()
        : Arrays.stream(header.split(",", 100))
            .map(tag -> tag.strip().replaceFirst("^(W/)?", "W/"))
            .collect(Collectors.toSet());
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "putProgress",
      summary = "Send what happened on a device",
      description =
          "Role: learner. Up to 100 events, each by itself stored, known already (which counts once),"
              + " or refused and told of in `failedEvents`: one bad event never takes the others with"
              + " it. The events are in your one log, so tracks see them; they earn no XP by"
              + " themselves.")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(ref = "#/components/schemas/ProgressEvents")))
  @APIResponse(
      responseCode = "200",
      description = "How many were new, and which were refused",
      content = @Content(schema = @Schema(ref = "#/components/schemas/ProgressOutcome")))
  @APIResponse(responseCode = "400", ref = "#/components/responses/Problem")
  @APIResponse(responseCode = "410", ref = "#/components/responses/Problem")
  public byte[] put(@Parameter(hidden = true) InputStream body) throws IOException {
    SyncReader.Request request = SyncReader.read(body);
    return SyncWriter.outcome(sync.put(request.clientUpdatedAt(), request.events()));
  }
}
