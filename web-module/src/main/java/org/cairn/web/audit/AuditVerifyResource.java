package org.cairn.web.audit;

import jakarta.ejb.EJB;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.cairn.audit.AuditVerificationView;
import org.cairn.audit.AuditVerifications;
import org.cairn.batch.audit.AuditJobs;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Has the audit verified now. */
@Path("admin/audit:verify")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Audit")
public class AuditVerifyResource {

  @EJB private AuditVerifications verifications;
  @EJB private AuditJobs jobs;

  @POST
  @Operation(
      operationId = "verifyAudit",
      summary = "Verify the audit",
      description =
          "Seals what is not sealed yet, then compares every entry with its seal, every seal with"
              + " the one before, and the chain with the anchors outside the database. A job does"
              + " it: follow the Location. Roles: district-admin, operator.")
  @APIResponse(
      responseCode = "202",
      description = "Begun; the Location tells how far it is",
      content = @Content(schema = @Schema(implementation = AuditVerificationView.class)))
  @APIResponse(responseCode = "409", description = "AUDIT_VERIFICATION_RUNNING")
  public Response verify(@Context UriInfo uri) {
    jobs.verify(verifications.begin());
    return Response.accepted(verifications.latest())
        .location(uri.getBaseUriBuilder().path(AuditVerificationResource.class).build())
        .build();
  }
}
