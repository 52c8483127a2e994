package org.cairn.web.analytics;

import static org.cairn.web.analytics.FigureCsv.cells;

import jakarta.ejb.EJB;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.cairn.analytics.Analytics;
import org.cairn.analytics.Figures;
import org.cairn.analytics.SkillFigures;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** How skills fare. */
@Path("analytics/skills")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Analytics")
public class SkillFiguresResource {

  private static final List<String> HEADER =
      List.of(
          "skill",
          "subject",
          "suppressed",
          "learners",
          "attempted",
          "firstTryAccuracy",
          "lessons",
          "meanScore",
          "mastered",
          "seconds");

  @EJB private Analytics analytics;

  @GET
  @Operation(
      operationId = "skillAnalytics",
      summary = "How skills fare",
      description =
          "Over the learners whom you teach, whose school you run, or all of the district, those who"
              + " left included. Scored answers, how many first tries were right, lessons with their mean score, and how many learners have mastered the skill in the months. `asOf`: what was committed before is in it. A row about fewer"
              + " learners than `minimumGroup` is `suppressed` and tells nothing else. As JSON in"
              + " pages, or whole as CSV (Accept: text/csv). Roles: teacher, school-admin,"
              + " district-admin.")
  @APIResponse(
      responseCode = "200",
      description = "A page",
      content = @Content(schema = @Schema(ref = "#/components/schemas/SkillFigures")))
  @APIResponse(responseCode = "400", ref = "#/components/responses/Problem")
  @APIResponse(responseCode = "404", ref = "#/components/responses/Problem")
  public Figures<SkillFigures> page(
      @BeanParam FigureParameters figures,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable Integer limit) {
    return analytics.skills(figures.read(), cursor, limit);
  }

  @GET
  @Produces(FigureCsv.TYPE + ";qs=0.5")
  @Operation(hidden = true, operationId = "exportSkillAnalytics")
  public Response csv(@BeanParam FigureParameters figures) {
    return FigureCsv.of(
        "skills",
        HEADER,
        cursor -> analytics.skills(figures.read(), cursor, FigureCsv.PAGE),
        row ->
            cells(
                row.id(),
                row.subject(),
                row.suppressed(),
                row.learners(),
                row.attempted(),
                row.firstTryAccuracy(),
                row.lessons(),
                row.meanScore(),
                row.mastered(),
                row.seconds()));
  }
}
