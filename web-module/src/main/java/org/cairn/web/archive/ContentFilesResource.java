package org.cairn.web.archive;

import jakarta.ejb.EJB;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.cairn.archive.ContentObjects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Objects of content by the hash of their bytes: what is there never changes. */
@Path("content/files/{version}/{container}/{path:.+}")
@Produces(MediaType.WILDCARD)
@Tag(name = "Content objects")
public class ContentFilesResource {

  private static final String FOR_EVER = "private, max-age=31536000, immutable";

  @EJB private ContentObjects objects;

  @GET
  @Operation(
      operationId = "getContentFile",
      summary = "An object's bytes, in one version",
      description =
          "May be kept by the reader for ever. Takes Range with If-Range, and If-None-Match. A"
              + " version that was replaced is answered for 30 days. All roles but operator.")
  @APIResponse(responseCode = "200", description = "The bytes")
  @APIResponse(responseCode = "206", description = "The part that Range asks for")
  @APIResponse(responseCode = "304", description = "The version is the one of If-None-Match")
  @APIResponse(responseCode = "404", description = "OBJECT_NOT_FOUND")
  @APIResponse(responseCode = "416", description = "RANGE_NOT_SATISFIABLE")
  public Response find(
      @PathParam("version") @Parameter(description = "SHA-256 of the bytes, in hexadecimal")
          String version,
      @PathParam("container") String container,
      @PathParam("path") String path,
      @Context HttpHeaders headers) {
    return ContentObjectsResource.answer(objects.find(container, path, version), FOR_EVER, headers);
  }
}
