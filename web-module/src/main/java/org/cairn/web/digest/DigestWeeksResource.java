package org.cairn.web.digest;

import jakarta.ejb.EJB;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.cairn.digest.DigestSettings;
import org.cairn.digest.DigestWeekView;
import org.cairn.shared.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What became of the weekly digests. */
@Path("admin/digests")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Guardians")
public class DigestWeeksResource {

  private static final String PAGE =
      """
      {"items": [{"week": "2026-03-02", "from": "2026-02-27T22:00:00Z",
        "until": "2026-03-06T22:00:00Z", "planned": 0, "sent": 412, "refused": 1, "unclear": 0,
        "missed": 0, "noAddress": 17, "nothing": 38}]}""";

  @EJB private DigestSettings settings;

  @GET
  @Operation(
      operationId = "listDigestWeeks",
      summary = "What became of the weekly digests",
      description =
          "How many guardians were mailed, and why others were not, the latest week first; 13 weeks"
              + " are kept. The runs of the job `guardian-digest` name whose mail was refused, by"
              + " ids. Role: district-admin.")
  @APIResponse(
      responseCode = "200",
      description = "A page of weeks",
      content = @Content(examples = @ExampleObject(name = "weeks", value = PAGE)))
  @APIResponse(responseCode = "400", ref = "#/components/responses/Problem")
  public Page<DigestWeekView> weeks(
      @QueryParam("cursor") @Parameter(description = "`next` of the page before")
          @Nullable String cursor,
      @QueryParam("limit") @Parameter(description = "1 to 500 weeks", example = "50")
          @Nullable Integer limit) {
    return settings.weeks(cursor, limit);
  }
}
