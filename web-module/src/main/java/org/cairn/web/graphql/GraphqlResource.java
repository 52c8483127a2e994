package org.cairn.web.graphql;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.cairn.caller.Callers;
import org.cairn.caller.Roles;
import org.cairn.shared.CommonProblem;
import org.cairn.shared.FieldError;
import org.cairn.web.shared.Json;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** GraphQL over HTTP: one document in a POST, and nothing else. */
@Path("graphql")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "GraphQL")
public class GraphqlResource {

  private static final String EXAMPLE =
      """
      {"query": "query ($track: String!) { myOnboardingProgress(trackKey: $track) { nextStep } }",
       "variables": {"track": "first-steps"}}""";

  private static final String ANSWER =
      """
      {"errors": [{"message": "No track has this key.", "path": ["myOnboardingProgress"],
                   "locations": [{"line": 1, "column": 27}],
                   "extensions": {"code": "TRACK_NOT_FOUND"}}],
       "data": {"myOnboardingProgress": null}}""";

  /**
   * A request as the GraphQL specification has it.
   *
   * @param extensions taken and not looked at
   */
  public record GraphqlBody(
      @Nullable String query,
      @Nullable String operationName,
      @Nullable Map<String, @Nullable Object> variables,
      @Nullable Map<String, @Nullable Object> extensions) {}

  @Inject private GraphqlEngine engine;

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "graphql",
      summary = "Learning events and onboarding over GraphQL",
      description =
          "Also at `/graphql`. Roles: learner; system for recordOnboardingEvent. What is no GraphQL"
              + " request is a problem as everywhere; what a field is refused with stands in"
              + " `errors`, with the problem's code in `extensions.code`, and the status is 200."
              + " Depth, number of fields and size are limited; several documents in one request"
              + " are not taken.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = GraphqlBody.class),
              examples = @ExampleObject(name = "progress", value = EXAMPLE)))
  @APIResponse(
      responseCode = "200",
      description = "Data, errors, or both",
      content =
          @Content(
              schema =
                  @Schema(
                      type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.OBJECT),
              examples = @ExampleObject(name = "refused", value = ANSWER)))
  @APIResponse(responseCode = "400", ref = "#/components/responses/Problem")
  public Map<String, Object> execute(
      @HeaderParam("Idempotency-Key")
          @Parameter(description = "For recordOnboardingEvent without an eventId")
          @Nullable String key,
      @Parameter(hidden = true) InputStream body)
      throws IOException {
    Callers.current().require(Roles.LEARNER, Roles.SYSTEM);
    GraphqlBody request = Json.exact(body, GraphqlBody.class);
    if (request == null || request.query() == null) {
      throw CommonProblem.INVALID_REQUEST.with(
          "Nothing was done.", new FieldError("/query", "a GraphQL document"));
    }
    return engine.execute(request.query(), request, key);
  }
}
