package org.cairn.web.audit;

import jakarta.ejb.EJB;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.cairn.audit.AuditEntries;
import org.cairn.audit.AuditEntryView;
import org.cairn.audit.AuditFilter;
import org.cairn.shared.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What was written down. */
@Path("admin/audit")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Audit")
public class AuditResource {

  private static final String CSV = "text/csv";

  @EJB private AuditEntries entries;

  @GET
  @Operation(
      operationId = "listAudit",
      summary = "Who did what, about whom, from where, when, and how it ended",
      description =
          "Of your own district; of the installation for its operator. The latest first; as JSON in"
              + " pages, or all that the filter lets through as CSV (Accept: text/csv), which is"
              + " written down itself. `number` is the entry's place in the chain, absent for about"
              + " a minute. Roles: district-admin, operator.")
  @APIResponse(
      responseCode = "200",
      description = "A page",
      content = @Content(schema = @Schema(ref = "#/components/schemas/AuditEntryPage")))
  @APIResponse(responseCode = "400", ref = "#/components/responses/Problem")
  public Page<AuditEntryView> page(
      @BeanParam FilterParameters filter,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    return entries.page(filter.read(), cursor, limit);
  }

  @GET
  @Produces(CSV + ";qs=0.5")
  @Operation(hidden = true, operationId = "exportAudit")
  public Response csv(@BeanParam FilterParameters filter) {
    AuditFilter asked = entries.export(filter.read());
    StreamingOutput rows =
        out -> EntryCsv.write(out, cursor -> entries.page(asked, cursor, EntryCsv.PAGE));
    return Response.ok(rows, CSV + ";charset=utf-8;header=present")
        .header("Content-Disposition", "attachment; filename=\"audit.csv\"")
        .build();
  }
}
