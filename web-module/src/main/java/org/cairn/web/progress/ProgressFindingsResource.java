package org.cairn.web.progress;

import jakarta.ejb.EJB;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.cairn.progress.ProgressFindings;
import org.cairn.shared.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** In what stored progress differs from its events. */
@Path("admin/progress-findings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Jobs")
public class ProgressFindingsResource {

  @EJB private ProgressFindings findings;

  @GET
  @Operation(
      operationId = "listProgressFindings",
      summary = "Snapshots that differ from their events",
      description =
          "As the job snapshot-verification saw them last; a finding goes when a later run does not"
              + " see it any more. Role: district-admin.")
  public Page<ProgressFindings.Finding> page(
      @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @Nullable Integer limit) {
    return findings.page(cursor, limit);
  }
}
