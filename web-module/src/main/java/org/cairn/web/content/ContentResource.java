package org.cairn.web.content;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ejb.EJB;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.cairn.content.ContentAuthoring;
import org.cairn.content.ContentFilter;
import org.cairn.content.ContentItemView;
import org.cairn.content.ContentKind;
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

/**
 * Content as authors write it: drafts and versions of questions, skills, paths, activities and
 * careers.
 */
@Path("content/{kind:questions|skills|paths|careers|activities}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Content")
public class ContentResource {

  private static final String EXAMPLE =
      """
      {"id": "grand-bend.add-1", "skill": "math-add-20", "type": "numeric",
       "prompt": "8 + 5 = ?", "key": {"value": 13}, "expectedTime": 20}""";

  private static final String PUBLISH = "{id:[^/:]+}:publish";
  private static final String RETIRE = "{id:[^/:]+}:retire";

  /** What a list is narrowed to. */
  public static final class Filter {

    @QueryParam("subject")
    @Parameter(description = "Math, ELA, Science or Social Studies")
    @Nullable String subject;

    @QueryParam("grade")
    @Parameter(description = "A CEDS code", example = "04")
    @Nullable String grade;

    @QueryParam("skill")
    @Parameter(description = "A skill's id, for questions")
    @Nullable String skill;

    @QueryParam("state")
    @Parameter(description = "draft, published or retired")
    @Nullable String state;

    ContentFilter filter() {
      return new ContentFilter(subject, grade, skill, state);
    }
  }

  @EJB private ContentAuthoring authoring;

  @GET
  @Operation(
      operationId = "listContent",
      summary = "Content in work and published",
      description =
          "By id, shared content included. With keys: for authors only. Roles: author,"
              + " district-admin.")
  public Page<ContentItemView> page(
      @PathParam("kind") String kind,
      @BeanParam Filter filter,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    return authoring.page(ContentKind.ofPlural(kind), filter.filter(), cursor, limit);
  }

  @GET
  @Path("{id:[^/:]+}")
  @Operation(
      operationId = "getContent",
      summary = "One piece of content",
      description =
          "What is in force and what is in work, keys included. Send the answer's ETag as If-Match"
              + " with the next change. Roles: author, district-admin.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ContentItemView.class)))
  @APIResponse(responseCode = "404", description = "CONTENT_NOT_FOUND")
  public Response find(@PathParam("kind") String kind, @PathParam("id") String id) {
    return tagged(authoring.find(ContentKind.ofPlural(kind), id));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "createContent",
      summary = "Begin a draft",
      description =
          "The body is one item as config/content/content.schema.json describes it. Learners see"
              + " it when it is published. Roles: author, district-admin.")
  @RequestBody(
      required = true,
      content = @Content(examples = @ExampleObject(name = "question", value = EXAMPLE)))
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = ContentItemView.class)))
  @APIResponse(responseCode = "400", ref = "#/components/responses/Problem")
  @APIResponse(responseCode = "409", description = "CONTENT_ID_TAKEN")
  public Response create(
      @PathParam("kind") String kind, @Nullable JsonNode body, @Context UriInfo uri) {
    ContentItemView created = authoring.create(ContentKind.ofPlural(kind), body);
    return Response.created(uri.getAbsolutePathBuilder().path(created.id()).build())
        .entity(created)
        .tag(Long.toString(created.revision()))
        .build();
  }

  @PUT
  @Path("{id:[^/:]+}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "editContent",
      summary = "Put a draft in the place of the present one",
      description =
          "What is published stays as it is until the draft is published. If-Match is required; a"
              + " stale one is 412. Roles: author, district-admin.")
  @RequestBody(
      required = true,
      content = @Content(examples = @ExampleObject(name = "question", value = EXAMPLE)))
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ContentItemView.class)))
  @APIResponse(responseCode = "412", description = "CONTENT_STALE")
  public Response edit(
      @PathParam("kind") String kind,
      @PathParam("id") String id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @Nullable JsonNode body) {
    return tagged(authoring.edit(ContentKind.ofPlural(kind), id, Revisions.of(ifMatch), body));
  }

  @POST
  @Path(PUBLISH)
  @Operation(
      operationId = "publishContent",
      summary = "Make the draft the next version",
      description =
          "A version never changes; lessons that have begun keep theirs. A skill needs 5 published"
              + " questions first. If-Match is required. Roles: author, district-admin.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ContentItemView.class)))
  @APIResponse(responseCode = "409", description = "CONTENT_NOT_DRAFT")
  @APIResponse(responseCode = "412", description = "CONTENT_STALE")
  public Response publish(
      @PathParam("kind") String kind,
      @PathParam("id") String id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
    return tagged(authoring.publish(ContentKind.ofPlural(kind), id, Revisions.of(ifMatch)));
  }

  @POST
  @Path(RETIRE)
  @Operation(
      operationId = "retireContent",
      summary = "Take content out of use",
      description =
          "New lessons do not use it; begun ones keep it. Publishing a new draft brings it back."
              + " If-Match is required. Roles: author, district-admin.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ContentItemView.class)))
  @APIResponse(responseCode = "412", description = "CONTENT_STALE")
  public Response retire(
      @PathParam("kind") String kind,
      @PathParam("id") String id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
    return tagged(authoring.retire(ContentKind.ofPlural(kind), id, Revisions.of(ifMatch)));
  }

  private static Response tagged(ContentItemView item) {
    return Revisions.tagged(item, item.revision());
  }
}
