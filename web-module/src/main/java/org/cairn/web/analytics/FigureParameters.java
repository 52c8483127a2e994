package org.cairn.web.analytics;

import jakarta.ws.rs.QueryParam;
import org.cairn.analytics.AnalyticsQuery;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The query parameters by which figures are chosen. */
public class FigureParameters {

  @QueryParam("from")
  @Parameter(
      description = "The first month, in UTC; eleven before the last without it",
      example = "2026-01")
  private @Nullable String from;

  @QueryParam("to")
  @Parameter(
      description = "The last month, in UTC; the present one without it",
      example = "2026-03")
  private @Nullable String to;

  @QueryParam("school")
  @Parameter(description = "Only what learners did while they went to this school, by its id")
  private @Nullable String school;

  @QueryParam("class")
  @Parameter(description = "Only who attends this class today, by its id; not with a school")
  private @Nullable String classId;

  @QueryParam("grade")
  @Parameter(description = "Only journeys of this grade, a CEDS code", example = "04")
  private @Nullable String grade;

  AnalyticsQuery read() {
    return new AnalyticsQuery(from, to, school, classId, grade);
  }
}
