package org.cairn.web.audit;

import jakarta.ejb.EJB;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.cairn.audit.AuditVerificationView;
import org.cairn.audit.AuditVerifications;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whether what was written down is still what it was. */
@Path("admin/audit/verification")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Audit")
public class AuditVerificationResource {

  @EJB private AuditVerifications verifications;

  @GET
  @Operation(
      operationId = "auditVerification",
      summary = "The latest verification of the audit",
      description =
          "`checked` grows up to `entries` while `state` is RUNNING. DIFFERENT means that entries"
              + " were changed, removed, moved or put in; `findings` name the first 100."
              + " Roles: district-admin, operator.")
  @APIResponse(responseCode = "404", description = "AUDIT_NOT_VERIFIED")
  public AuditVerificationView latest() {
    return verifications.latest();
  }
}
