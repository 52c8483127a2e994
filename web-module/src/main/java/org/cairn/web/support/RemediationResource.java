package org.cairn.web.support;

import jakarta.ejb.EJB;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.cairn.shared.Page;
import org.cairn.support.Remediation;
import org.cairn.support.RemediationView;
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

/** Learners' remediation queues. */
@Path("learners/{learner}/remediation")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Support")
public class RemediationResource {

  @EJB private Remediation remediation;

  @GET
  @Operation(
      operationId = "listRemediation",
      summary = "What a learner is to work on",
      description =
          "By priority (1 first) and due day. Skills come here when a journey is completed and has"
              + " left them unmastered, by a guardian's override, or by a teacher; they are"
              + " completed by themselves when they are mastered.")
  @APIResponse(
      responseCode = "200",
      description = "A page of items",
      content =
          @Content(
              examples =
                  @ExampleObject(
                      name = "queue",
                      value = "{\"items\": [" + SupportExamples.ITEM + "]}")))
  @APIResponse(responseCode = "404", ref = "#/components/responses/Problem")
  public Page<RemediationView> page(
      @PathParam("learner") @Parameter(description = "An id, or `me`", example = "me")
          String learner,
      @QueryParam("status")
          @Parameter(description = "`pending`, `in_progress`, `completed` or `skipped`")
          @Nullable String status,
      @QueryParam("subject") @Nullable String subject,
      @QueryParam("skill") @Parameter(description = "A skill's id") @Nullable String skill,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    return remediation.page(learner, new Remediation.Filter(status, subject, skill), cursor, limit);
  }

  @GET
  @Path("{itemId}")
  @Operation(
      operationId = "getRemediation",
      summary = "One item of a learner's queue",
      description = "Send the answer's ETag as If-Match with a change.")
  @APIResponse(
      responseCode = "200",
      description = "The item",
      content =
          @Content(
              schema = @Schema(implementation = RemediationView.class),
              examples = @ExampleObject(name = "item", value = SupportExamples.ITEM)))
  @APIResponse(responseCode = "404", ref = "#/components/responses/Problem")
  public Response find(@PathParam("learner") String learner, @PathParam("itemId") UUID itemId) {
    return tagged(remediation.find(learner, itemId));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "addRemediation",
      summary = "Give a learner a skill to work on",
      description =
          "Roles: teacher of one of the learner's classes, school-admin, district-admin. Each skill"
              + " and grade is in the queue once: what is there, whatever became of it, stays as it"
              + " is and is answered. Without `fromGrade` the learner's, without `priority` 5. The"
              + " learner and its guardians see the `note`. Audited.")
  @APIResponse(
      responseCode = "200",
      description = "The item",
      content =
          @Content(
              schema = @Schema(implementation = RemediationView.class),
              examples = @ExampleObject(name = "item", value = SupportExamples.ITEM)))
  @APIResponse(responseCode = "400", ref = "#/components/responses/Problem")
  @APIResponse(responseCode = "404", ref = "#/components/responses/Problem")
  public Response add(
      @PathParam("learner") String learner,
      @RequestBody(
              required = true,
              content =
                  @Content(
                      examples =
                          @ExampleObject(name = "a skill", value = SupportExamples.ADDITION)))
          Remediation.@Nullable Addition body) {
    if (body == null) {
      throw Revisions.noBody();
    }
    return tagged(remediation.add(learner, body));
  }

  @PUT
  @Path("{itemId}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "changeRemediation",
      summary = "Change the status, priority and due day of an item",
      description =
          "Roles: teacher of one of the learner's classes, school-admin, district-admin. Takes the"
              + " place of all three; without `dueOn` there is no due day. 412 `REMEDIATION_STALE`"
              + " where somebody was faster. Audited.")
  @APIResponse(
      responseCode = "200",
      description = "The item",
      content =
          @Content(
              schema = @Schema(implementation = RemediationView.class),
              examples = @ExampleObject(name = "item", value = SupportExamples.ITEM)))
  @APIResponse(responseCode = "400", ref = "#/components/responses/Problem")
  @APIResponse(responseCode = "404", ref = "#/components/responses/Problem")
  @APIResponse(responseCode = "412", ref = "#/components/responses/Problem")
  public Response change(
      @PathParam("learner") String learner,
      @PathParam("itemId") UUID itemId,
      @HeaderParam("If-Match")
          @Parameter(description = "The ETag of what was read", required = true, example = "\"0\"")
          @Nullable String match,
      @RequestBody(
              required = true,
              content =
                  @Content(
                      examples = @ExampleObject(name = "done", value = SupportExamples.CHANGE)))
          Remediation.@Nullable Change body) {
    if (body == null) {
      throw Revisions.noBody();
    }
    return tagged(remediation.change(learner, itemId, Revisions.of(match), body));
  }

  private static Response tagged(RemediationView item) {
    return Revisions.tagged(item, item.revision());
  }
}
