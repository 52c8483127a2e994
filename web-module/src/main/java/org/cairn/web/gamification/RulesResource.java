package org.cairn.web.gamification;

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
import java.time.Instant;
import java.util.Map;
import org.cairn.gamification.RuleSets;
import org.cairn.gamification.RuleSets.RuleSetView;
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

/** A district's rules of XP. */
@Path("admin/rules")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Gamification")
public class RulesResource {

  private static final String START =
      """
      {"startsAt": "2026-09-01T05:00:00Z"}""";

  /** From when a version is to hold. */
  public record ActivationBody(@Nullable Instant startsAt) {}

  @EJB private RuleSets rules;

  @GET
  @Operation(
      operationId = "listRuleSets",
      summary = "The versions of the rules of XP",
      description =
          "Role: district-admin. The district's own first, of each the newest. The ETag is the newest"
              + " version's, to base a next one on.")
  @APIResponse(
      responseCode = "200",
      description = "A page",
      content = @Content(schema = @Schema(ref = "#/components/schemas/RuleSetPage")))
  public Response versions(
      @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @Nullable Integer limit) {
    return Response.ok(rules.versions(cursor, limit)).tag(rules.latest()).build();
  }

  @GET
  @Path("{version}")
  @Operation(
      operationId = "getRuleSet",
      summary = "One version of the rules",
      description = "Role: district-admin. A version never changes.")
  @APIResponse(
      responseCode = "200",
      description = "The version",
      content = @Content(schema = @Schema(implementation = RuleSetView.class)))
  @APIResponse(responseCode = "404", ref = "#/components/responses/Problem")
  public Response find(@PathParam("version") @Parameter(example = "shared-1") String version) {
    return Revisions.tagged(rules.find(version), version);
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "putRuleSet",
      summary = "Make a version of the district's own",
      description =
          "Role: district-admin. It is a draft until it is activated. `If-Match` takes the ETag of"
              + " the newest version; where somebody else has made a newer one, 412 `RULES_STALE`."
              + " The newest version's content again is that version.")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(ref = "#/components/schemas/RuleSet")))
  @APIResponse(
      responseCode = "200",
      description = "The version",
      content = @Content(schema = @Schema(implementation = RuleSetView.class)))
  @APIResponse(responseCode = "400", ref = "#/components/responses/Problem")
  @APIResponse(responseCode = "412", ref = "#/components/responses/Problem")
  public Response put(
      @HeaderParam("If-Match")
          @Parameter(description = "The newest version's ETag", required = true)
          @Nullable String match,
      @Parameter(hidden = true) @Nullable Map<String, Object> body) {
    RuleSetView added = rules.add(Revisions.version(match), body);
    return Revisions.tagged(added, added.version());
  }

  @POST
  @Path("{version}:activate")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "activateRuleSet",
      summary = "Have a version hold from a time on",
      description =
          "Role: district-admin. For what takes effect from then on; what was awarded keeps its"
              + " version. At least five minutes ahead, which is also the default. `shared-1` brings"
              + " Cairn's own rules back.")
  @APIResponse(
      responseCode = "200",
      description = "The version",
      content = @Content(schema = @Schema(implementation = RuleSetView.class)))
  @APIResponse(responseCode = "400", ref = "#/components/responses/Problem")
  @APIResponse(responseCode = "404", ref = "#/components/responses/Problem")
  public RuleSetView activate(
      @PathParam("version") @Parameter(example = "district-1") String version,
      @RequestBody(content = @Content(examples = @ExampleObject(name = "start", value = START)))
          @Nullable ActivationBody body) {
    return rules.activate(version, body == null ? null : body.startsAt());
  }
}
