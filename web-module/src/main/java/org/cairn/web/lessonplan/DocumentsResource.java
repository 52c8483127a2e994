package org.cairn.web.lessonplan;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.cairn.archive.SignedLinks;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirementsSet;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Documents by signed links, which carry their own proof. */
@Path("documents")
@Tag(name = "Guardians")
public class DocumentsResource {

  @Inject private SignedLinks links;
  @EJB private LinkCalls calls;

  @GET
  @Path("{link}")
  @Produces(Pdf.TYPE)
  @SecurityRequirementsSet
  @Operation(
      operationId = "openDocument",
      summary = "Open a document by its link",
      description =
          "Gives the document as it was made last: when the link was issued, or when somebody asked"
              + " for it since. Needs no token; with the token of somebody else than the link's reader it is refused."
              + " Each use is in the audit, under the reader. No copy may be kept by what is on the"
              + " way.")
  @APIResponse(
      responseCode = "200",
      description = "The document",
      content =
          @Content(
              mediaType = Pdf.TYPE,
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(responseCode = "401", description = "NOT_AUTHENTICATED: a bad token came with it")
  @APIResponse(
      responseCode = "404",
      description =
          "LINK_REFUSED: altered, ended, of another reader, or its guardian may no longer see the"
              + " learner; OBJECT_NOT_FOUND: the storage has lost the document, ask for a new link")
  @APIResponse(responseCode = "410", description = "OBJECT_ERASED")
  @APIResponse(responseCode = "503", description = "STORAGE_UNAVAILABLE")
  public Response find(
      @PathParam("link") @Parameter(description = "What the link was made of") String link) {
    return Pdf.answer(calls.find(links.verify(link)), "lesson-plan.pdf");
  }
}
