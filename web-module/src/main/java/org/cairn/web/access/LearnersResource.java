package org.cairn.web.access;

import jakarta.ejb.EJB;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.cairn.access.LearnerView;
import org.cairn.access.Learners;
import org.cairn.shared.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The learners that a caller may see. */
@Path("learners")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Learners")
public class LearnersResource {

  @EJB private Learners learners;

  @GET
  @Operation(
      operationId = "listLearners",
      summary = "The learners that you may see",
      description =
          "A learner sees itself, a guardian the children of its live links, a teacher the students"
              + " of today's classes, a school's administrator its students, a district's all.")
  public Page<LearnerView> visible(
      @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @Nullable Integer limit) {
    return learners.visible(cursor, limit);
  }
}
