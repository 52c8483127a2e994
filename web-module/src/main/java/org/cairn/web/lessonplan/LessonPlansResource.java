package org.cairn.web.lessonplan;

import jakarta.ejb.EJB;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.cairn.lessonplan.AnswerKeys;
import org.cairn.lessonplan.DocumentLinkView;
import org.cairn.lessonplan.LessonPlanLinks;
import org.cairn.lessonplan.LessonPlans;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The lesson plan of a journey. */
@Path("learners/{learner}/journeys/{journeyId}/lesson-plan")
@Tag(name = "Guardians")
public class LessonPlansResource {

  private static final String LINK =
      """
      {"url": "/api/v1/documents/eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI4In0.kq3",
       "expiresAt": "2026-03-05T08:30:00Z"}""";

  /**
   * A link to a document.
   *
   * @param url to open without a token, at this server
   * @param expiresAt when it opens nothing any more
   */
  public record Link(String url, Instant expiresAt) {}

  @EJB private LessonPlans plans;
  @EJB private AnswerKeys keys;
  @EJB private LessonPlanLinks links;

  @GET
  @Produces(Pdf.TYPE)
  @Operation(
      operationId = "getLessonPlan",
      summary = "A journey's lesson plan, as PDF",
      description =
          "Tagged for screen readers (PDF/UA-1): objectives, milestones, what was practiced and"
              + " assessed with scores and bands, the career, and a guide for home. Its numbers are"
              + " the summary's; of a journey that goes on, so far. Roles: the learner (`me`), its"
              + " guardians, teachers and administrators. That others opened it is in the audit.")
  @APIResponse(
      responseCode = "200",
      description = "The document",
      content =
          @Content(
              mediaType = Pdf.TYPE,
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(responseCode = "404", description = "LEARNER_NOT_FOUND, JOURNEY_NOT_FOUND")
  @APIResponse(responseCode = "410", description = "OBJECT_ERASED")
  @APIResponse(responseCode = "503", description = "STORAGE_UNAVAILABLE")
  public Response find(
      @PathParam("learner") @Parameter(description = "An id, or `me`", example = "me")
          String learner,
      @PathParam("journeyId") UUID journeyId) {
    return Pdf.answer(plans.find(learner, journeyId), "lesson-plan.pdf");
  }

  @GET
  @Path("answer-key")
  @Produces(Pdf.TYPE)
  @Operation(
      operationId = "getAnswerKey",
      summary = "The answer key of a journey's questions, as PDF",
      description =
          "What was asked, what is right, and what was answered. Kept nowhere. Roles: teacher of"
              + " the learner's class, school-admin, district-admin; never learners or guardians.")
  @APIResponse(
      responseCode = "200",
      description = "The document",
      content =
          @Content(
              mediaType = Pdf.TYPE,
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(responseCode = "404", description = "LEARNER_NOT_FOUND, JOURNEY_NOT_FOUND")
  public Response key(
      @PathParam("learner") @Parameter(description = "The learner's id") String learner,
      @PathParam("journeyId") UUID journeyId) {
    return Pdf.answer(keys.find(learner, journeyId), "answer-key.pdf");
  }

  @POST
  @Path("links")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "issueLessonPlanLink",
      summary = "Make a link to a journey's lesson plan",
      description =
          "For the calling guardian, to be opened without a token for 72 hours. It opens this one"
              + " document, each use is in the audit, and it is dead as soon as the guardian may no"
              + " longer see the learner. Each call makes another one; there is nothing to keep."
              + " Takes no body. Role: guardian.")
  @APIResponse(
      responseCode = "201",
      description = "The link",
      content =
          @Content(
              schema = @Schema(implementation = Link.class),
              examples = @ExampleObject(name = "link", value = LINK)))
  @APIResponse(responseCode = "404", description = "LEARNER_NOT_FOUND, JOURNEY_NOT_FOUND")
  @APIResponse(responseCode = "410", description = "OBJECT_ERASED")
  @APIResponse(responseCode = "503", description = "STORAGE_UNAVAILABLE")
  public Response link(
      @PathParam("learner") @Parameter(description = "The learner's id") String learner,
      @PathParam("journeyId") UUID journeyId,
      @Context UriInfo server) {
    DocumentLinkView issued = links.issue(learner, journeyId);
    URI address =
        server
            .getBaseUriBuilder()
            .path(DocumentsResource.class)
            .path(DocumentsResource.class, "find")
            .build(issued.token());
    return Response.created(address)
        .entity(new Link(address.getRawPath(), issued.expiresAt()))
        .build();
  }
}
