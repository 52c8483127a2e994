package org.cairn.web.content;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ejb.EJB;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.cairn.content.ContentAuthoring;
import org.cairn.content.ContentValidation;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Judges a catalog as a whole, before anything of it is imported. */
@Path("content:validate")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Content")
public class ContentValidationResource {

  private static final String REQUEST =
      """
      {"activities": [{"id": "fractions", "title": "Fractions",
        "interactions": [{"id": "equal-groups.check", "title": "Quiz"}]}]}""";

  private static final String ANSWER =
      """
      {"valid": false, "items": 174, "findings": [
        {"field": "document /activities/0 at /interactions/0/id",
         "message": "defined in the shared activities/equal-groups at /interactions/0/id, too"}]}""";

  @EJB private ContentAuthoring authoring;

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "validateContent",
      summary = "Judge a catalog without storing it",
      description =
          "The body has lists of documents by kind, as the files of config/content have them; an"
              + " empty object judges what is in force. Documents take the place of the district's"
              + " own content with their ids. A second definition of an id - a contentId, an"
              + " interactionId, a module, anything - is told with both places, and so is a"
              + " reference that leads nowhere. What the schema refuses is 400, naming the fields."
              + " Roles: author, district-admin.")
  @RequestBody(
      required = true,
      content = @Content(examples = @ExampleObject(name = "activities", value = REQUEST)))
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              schema = @Schema(implementation = ContentValidation.class),
              examples = @ExampleObject(name = "duplicate", value = ANSWER)))
  @APIResponse(responseCode = "400", ref = "#/components/responses/Problem")
  public ContentValidation validate(@Nullable JsonNode file) {
    return authoring.validate(file);
  }
}
