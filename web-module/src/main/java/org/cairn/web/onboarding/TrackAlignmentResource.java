package org.cairn.web.onboarding;

import jakarta.ejb.EJB;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.cairn.definitions.AlignmentView;
import org.cairn.onboarding.TrackDefinitions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Brings the shared tracks in line with their files. */
@Path("admin/tracks:align")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Onboarding")
public class TrackAlignmentResource {

  private static final String EXAMPLE =
      """
      {"kind": "tracks", "created": [], "changed": ["first-steps"], "unchanged": 6, "retired": 0,
       "refused": ["card-drill.yaml:12: /steps/0/completion: required properties are missing"]}""";

  @EJB private TrackDefinitions definitions;

  @POST
  @Operation(
      operationId = "alignTracks",
      summary = "Align the shared tracks with the deployer's files",
      description =
          "As at deployment and every night. A changed file becomes a new version, a wrong one is"
              + " named with its line and changes nothing, and a second call changes nothing and"
              + " says so. Role: operator.")
  @APIResponse(
      responseCode = "200",
      description = "What it did",
      content =
          @Content(
              schema = @Schema(implementation = AlignmentView.class),
              examples = @ExampleObject(name = "alignment", value = EXAMPLE)))
  public AlignmentView align() {
    return definitions.align();
  }
}
