package org.cairn.web.content;

import jakarta.ejb.EJB;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.cairn.content.ContentCatalog;
import org.cairn.content.ContentFilter;
import org.cairn.content.ContentKind;
import org.cairn.content.PublishedContent;
import org.cairn.shared.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What there is to learn: published skills, learning paths, activities and careers. */
@Path("learning/catalog/{kind:skills|paths|careers|activities}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Content")
public class CatalogResource {

  @EJB private ContentCatalog catalog;

  @GET
  @Operation(
      operationId = "listCatalog",
      summary = "Published skills, learning paths, activities or careers",
      description = "By id. Every role of a district.")
  public Page<PublishedContent> page(
      @PathParam("kind") String kind,
      @QueryParam("subject") @Parameter(description = "Math, ELA, Science or Social Studies")
          @Nullable String subject,
      @QueryParam("grade") @Parameter(description = "A CEDS code", example = "04")
          @Nullable String grade,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    ContentFilter filter = new ContentFilter(subject, grade, null, null);
    return catalog.page(ContentKind.ofPlural(kind), filter, cursor, limit);
  }

  @GET
  @Path("{id}")
  @Operation(
      operationId = "getCatalogEntry",
      summary = "One published skill, learning path, activity or career",
      description = "Every role of a district.")
  public PublishedContent find(@PathParam("kind") String kind, @PathParam("id") String id) {
    return catalog.find(ContentKind.ofPlural(kind), id);
  }
}
