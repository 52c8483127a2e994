package org.cairn.web.guardian;

import jakarta.ejb.EJB;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.cairn.guardian.AccessLog;
import org.cairn.guardian.AccessView;
import org.cairn.shared.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who looked at a child's records. */
@Path("learners/{learner}/access-log")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Guardians")
public class AccessLogResource {

  @EJB private AccessLog log;

  @GET
  @Operation(
      operationId = "listAccessesOfLearner",
      summary = "Who looked at your child's records",
      description =
          "The latest first: your own accesses (`self`), those of staff, by their roles and never by"
              + " name, and those of the district's programs; not another guardian's, and not the"
              + " child's own. Readings of one person by one operation are one entry an hour. Role:"
              + " guardian.")
  @APIResponse(
      responseCode = "200",
      description = "A page",
      content = @Content(schema = @Schema(ref = "#/components/schemas/AccessPage")))
  @APIResponse(responseCode = "400", ref = "#/components/responses/Problem")
  @APIResponse(responseCode = "404", description = "LEARNER_NOT_FOUND")
  public Page<AccessView> page(
      @PathParam("learner") String learner,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    return log.page(learner, cursor, limit);
  }
}
