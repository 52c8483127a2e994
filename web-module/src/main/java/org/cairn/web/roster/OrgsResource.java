package org.cairn.web.roster;

import jakarta.ejb.EJB;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.cairn.roster.CalendarView;
import org.cairn.roster.NonSchoolDay;
import org.cairn.roster.OrgView;
import org.cairn.roster.Orgs;
import org.cairn.shared.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The district's schools and their calendars. */
@Path("admin/orgs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Roster")
public class OrgsResource {

  private static final String EXAMPLE =
      """
      {"timeZone": "America/Chicago",
       "nonSchoolDays": [{"day": "2026-11-26", "reason": "Thanksgiving"}]}""";

  /** A calendar as it is to be. */
  public record CalendarBody(
      @Nullable String timeZone, @Nullable List<NonSchoolDay> nonSchoolDays) {}

  @EJB private Orgs orgs;

  @GET
  @Operation(
      operationId = "listOrgs",
      summary = "The district and its schools",
      description = "In the order of their ids. Role: district-admin.")
  public Page<OrgView> page(
      @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @Nullable Integer limit) {
    return orgs.page(cursor, limit);
  }

  @GET
  @Path("{orgId}/calendar")
  @Operation(
      operationId = "orgCalendar",
      summary = "When an org's schools meet",
      description = "Its own words, and what follows with its parents'. Role: district-admin.")
  public CalendarView calendar(
      @PathParam("orgId") @Parameter(description = "The org's id, from the list") UUID orgId) {
    return orgs.calendar(orgId);
  }

  @PUT
  @Path("{orgId}/calendar")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "putOrgCalendar",
      summary = "Say when an org's schools meet",
      description =
          "Takes the place of what was said before. Without a time zone the parent's holds; the"
              + " parents' days without school are added to these. Role: district-admin.")
  public CalendarView put(
      @PathParam("orgId") UUID orgId,
      @RequestBody(
              required = true,
              content = @Content(examples = @ExampleObject(name = "calendar", value = EXAMPLE)))
          @Nullable CalendarBody body) {
    if (body == null) {
      return orgs.putCalendar(orgId, null, List.of());
    }
    List<NonSchoolDay> days = body.nonSchoolDays();
    return orgs.putCalendar(orgId, body.timeZone(), days == null ? List.of() : days);
  }
}
