package org.cairn.web.leaderboard;

import jakarta.ejb.EJB;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.cairn.leaderboard.LeaderboardQuery;
import org.cairn.leaderboard.Leaderboards;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** How learners rank among those of their district, school, class or grade. */
@Path("leaderboards")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Leaderboards")
public class LeaderboardsResource {

  private static final String EXAMPLE =
      """
      {"metric": "xp", "period": "week", "class": "0198f3a2-6d1c-7c7e-9a55-0f4f2c1b7a10",
       "players": [
         {"rank": 1, "displayName": "Brave Otter 482", "score": 310, "xp": 2840, "level": 9,
          "tier": "Bronze", "streakDays": 12, "career": "astronaut", "companion": "spark",
          "isCurrentUser": false, "trend": "up", "change": 2},
         {"rank": 2, "displayName": "Jolly Kestrel 207", "score": 295, "xp": 901, "level": 5,
          "tier": "Bronze", "streakDays": 4, "career": "chef", "companion": "finn",
          "isCurrentUser": true, "trend": "stable", "change": 0}],
       "totalPlayers": 24,
       "me": {"rank": 2, "displayName": "Jolly Kestrel 207", "score": 295, "xp": 901, "level": 5,
         "tier": "Bronze", "streakDays": 4, "career": "chef", "companion": "finn",
         "isCurrentUser": true, "trend": "stable", "change": 0},
       "around": [],
       "lastUpdated": "2026-03-10T14:05:00Z"}""";

  /** Which board. */
  public static final class Which {

    @QueryParam("metric")
    @Parameter(description = "xp (the default), level, streak or achievements")
    @Nullable String metric;

    @QueryParam("period")
    @Parameter(description = "all (the default); term or week for xp")
    @Nullable String period;

    @QueryParam("school")
    @Parameter(description = "The id of a school of yours")
    @Nullable String school;

    @QueryParam("class")
    @Parameter(description = "The id of a class of yours; not together with a school")
    @Nullable String classId;

    @QueryParam("grade")
    @Parameter(description = "A CEDS code; learners may name their own only", example = "04")
    @Nullable String grade;

    @QueryParam("career")
    @Parameter(description = "The id of a career: those whose latest journey leads there")
    @Nullable String career;

    @QueryParam("limit")
    @Parameter(description = "How many players from the top, 1 to 100; 50 without it")
    @Nullable Integer limit;

    @QueryParam("around")
    @Parameter(description = "How many neighbors on either side, 0 to 25; 5 without it")
    @Nullable Integer around;

    LeaderboardQuery query() {
      return new LeaderboardQuery(metric, period, school, classId, grade, career, limit, around);
    }
  }

  @EJB private Leaderboards leaderboards;

  @GET
  @Operation(
      operationId = "leaderboard",
      summary = "A leaderboard",
      description =
          "Exact, as of now: what the caller has just earned is in it. Ties share a rank (1, 2, 2, 4)"
              + " and stand in an order that stays. Names are pseudonyms that change with the term."
              + " `trend` and `change` compare with the beginning of the day. Learners see boards of"
              + " their district, school, class and grade; teachers of their classes and schools,"
              + " school-admins of theirs; guardians see none. 404 `LEADERBOARD_TOO_SMALL` where"
              + " fewer than the district's minimum are on it, `LEADERBOARD_OFF` where it is turned"
              + " off, `LEADERBOARD_NOT_FOR_GRADE` up to grade 2. Send the ETag as If-None-Match:"
              + " 304 while nothing on it has changed. Roles: learner, teacher, school-admin,"
              + " district-admin.")
  @APIResponse(
      responseCode = "200",
      description = "The board",
      content =
          @Content(
              schema = @Schema(implementation = Leaderboard.class),
              examples = @ExampleObject(name = "a class's week", value = EXAMPLE)))
  @APIResponse(responseCode = "304", description = "Nothing on it has changed")
  @APIResponse(responseCode = "400", ref = "#/components/responses/Problem")
  @APIResponse(responseCode = "404", ref = "#/components/responses/Problem")
  @APIResponse(responseCode = "422", ref = "#/components/responses/Problem")
  public Response board(@BeanParam Which which, @Context Request request) {
    Leaderboard board = Leaderboard.of(leaderboards.board(which.query()));
    Response.ResponseBuilder unchanged = request.evaluatePreconditions(board.tag());
    return (unchanged == null ? Response.ok(board) : unchanged).tag(board.tag()).build();
  }
}
