package org.cairn.web.gamification;

import jakarta.ejb.EJB;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.cairn.gamification.LedgerFindings;
import org.cairn.shared.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** In what profiles differ from their ledgers. */
@Path("admin/ledger-findings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Jobs")
public class LedgerFindingsResource {

  @EJB private LedgerFindings findings;

  @GET
  @Operation(
      operationId = "listLedgerFindings",
      summary = "Profiles that differ from their ledgers",
      description =
          "As the job ledger-reconciliation saw them last; a finding goes when a later run does not"
              + " see it any more. Role: district-admin.")
  public Page<LedgerFindings.Finding> page(
      @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @Nullable Integer limit) {
    return findings.page(cursor, limit);
  }
}
