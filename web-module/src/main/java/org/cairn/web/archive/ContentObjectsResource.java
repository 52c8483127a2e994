package org.cairn.web.archive;

import jakarta.ejb.EJB;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.cairn.archive.Container;
import org.cairn.archive.ContentObject;
import org.cairn.archive.ContentObjectAuthoring;
import org.cairn.archive.ContentObjectView;
import org.cairn.archive.ContentObjects;
import org.cairn.archive.ReceivedObject;
import org.cairn.shared.Page;
import org.cairn.web.shared.Representation;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Objects of content by their paths, in their present versions. */
@Path("content/objects/{container}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Content objects")
public class ContentObjectsResource {

  private static final String OBJECT = "{path:.+}";

  /** May be another one at the next request: to be asked for again, by its tag. */
  private static final String PRESENT = "private, no-cache";

  private static final String EXAMPLE =
      """
      {"title": "The lighthouse", "scenes": [{"text": "It is night."}]}""";

  @EJB private ContentObjects objects;
  @EJB private ContentObjectAuthoring authoring;

  @GET
  @Operation(
      operationId = "listContentObjects",
      summary = "A container's objects",
      description =
          "In their present versions, by path, shared ones included. `url` is where a version can"
              + " be read for ever. Roles: author, district-admin.")
  @APIResponse(responseCode = "404", description = "OBJECT_NOT_FOUND: no container of content")
  public Page<ContentObjectView> page(
      @PathParam("container") @Parameter(example = "audio-narration") String container,
      @QueryParam("prefix")
          @Parameter(description = "What paths begin with", example = "journey-1/")
          @Nullable String prefix,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    return authoring.page(container, prefix, cursor, limit);
  }

  @PUT
  @Path(OBJECT)
  @Consumes(MediaType.WILDCARD)
  @Operation(
      operationId = "putContentObject",
      summary = "Store an object",
      description =
          "The body is the object, its Content-Type one that the container takes:"
              + " docs/object-storage.md lists them, with the limits. The bytes are checked to be"
              + " of the type. Another object of the path is replaced; its `url` goes on being"
              + " answered for 30 days. The same bytes again change nothing. Roles: author,"
              + " district-admin.")
  @APIResponse(
      responseCode = "200",
      description = "Stored and verified",
      content = @Content(schema = @Schema(implementation = ContentObjectView.class)))
  @APIResponse(responseCode = "404", description = "OBJECT_NOT_FOUND: no container of content")
  @APIResponse(responseCode = "413", description = "BODY_TOO_LARGE")
  @APIResponse(responseCode = "422", description = "OBJECT_TYPE_REFUSED")
  @APIResponse(responseCode = "503", description = "STORAGE_UNAVAILABLE")
  public ContentObjectView put(
      @PathParam("container") @Parameter(example = "master-narratives") String container,
      @PathParam("path") @Parameter(example = "lighthouse/scene-1.json") String path,
      @Context HttpHeaders headers,
      @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON,
                      schema = @Schema(type = SchemaType.OBJECT),
                      examples = @ExampleObject(name = "narrative", value = EXAMPLE)))
          InputStream body) {
    @Nullable String declared = headers.getHeaderString(HttpHeaders.CONTENT_TYPE);
    String type = declared == null ? "" : declared;
    Container expected = authoring.expect(container, path, type);
    try (ReceivedObject received = ReceivedObject.receive(expected, type, body)) {
      return authoring.keep(expected, path, received);
    }
  }

  @GET
  @Path(OBJECT)
  @Produces(MediaType.WILDCARD)
  @Operation(
      operationId = "getContentObject",
      summary = "An object's bytes, in its present version",
      description =
          "Takes Range with If-Range, and If-None-Match; HEAD tells size, type and version (the"
              + " ETag) alone. All roles but operator.")
  @APIResponse(responseCode = "200", description = "The bytes")
  @APIResponse(responseCode = "206", description = "The part that Range asks for")
  @APIResponse(responseCode = "304", description = "The version is the one of If-None-Match")
  @APIResponse(responseCode = "404", description = "OBJECT_NOT_FOUND")
  @APIResponse(responseCode = "416", description = "RANGE_NOT_SATISFIABLE")
  public Response find(
      @PathParam("container") String container,
      @PathParam("path") String path,
      @Context HttpHeaders headers) {
    return answer(objects.find(container, path), PRESENT, headers);
  }

  @DELETE
  @Path(OBJECT)
  @Operation(
      operationId = "removeContentObject",
      summary = "Remove an object",
      description =
          "With all its versions; their bytes follow with the next run of `object-cleanup`. Roles:"
              + " author, district-admin.")
  @APIResponse(responseCode = "204", description = "Removed")
  @APIResponse(responseCode = "404", description = "OBJECT_NOT_FOUND")
  public void remove(@PathParam("container") String container, @PathParam("path") String path) {
    authoring.remove(container, path);
  }

  static Response answer(ContentObject object, String caching, HttpHeaders headers) {
    ContentObjectView view = object.view();
    return new Representation(view.version(), view.mediaType(), view.size(), caching, object::open)
        .answer(headers);
  }
}
