package org.cairn.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Jobs and runs as plain text for a terminal. */
final class JobTables {

  private JobTables() {}

  static String jobs(JsonNode jobs) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("JOB", "SCHEDULE", "NEXT", "LAST", "ENDED", "PROMISE"));
    jobs.forEach(
        job ->
            rows.add(
                List.of(
                    text(job, "name"),
                    text(job, "schedule"),
                    time(job, "next"),
                    text(job.path("last"), "state"),
                    time(job.path("last"), "endedAt"),
                    text(job, "promise"))));
    return table(rows);
  }

  static String job(JsonNode job) {
    StringBuilder text = new StringBuilder();
    line(text, "job", text(job, "name"));
    line(text, "purpose", text(job, "purpose"));
    line(text, "schedule", text(job, "schedule") + ", promised by " + text(job, "promisedBy"));
    line(text, "next", time(job, "next"));
    line(text, "started by", job.path("startedBy").toString());
    job.path("parameters")
        .forEach(
            parameter ->
                line(
                    text,
                    "parameter",
                    text(parameter, "name")
                        + " ("
                        + text(parameter, "type").toLowerCase(Locale.ROOT)
                        + "): "
                        + text(parameter, "about")));
    line(text, "open", job.path("openRuns").asText());
    line(
        text,
        "last day",
        text(job, "failedRuns") + " failed, " + text(job, "missedPromises") + " promises missed");
    return job.hasNonNull("last") ? text + "last run\n" + run(job.path("last")) : text.toString();
  }

  static String runs(JsonNode page) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("ID", "DISTRICT", "STATE", "CAUSE", "STARTED", "ENDED", "DONE", "SKIPPED"));
    page.path("items")
        .forEach(
            run ->
                rows.add(
                    List.of(
                        text(run, "id"),
                        text(run, "tenant"),
                        text(run, "state"),
                        text(run, "cause"),
                        time(run, "startedAt"),
                        time(run, "endedAt"),
                        done(run),
                        text(run.path("counts"), "skipped"))));
    return table(rows);
  }

  static String run(JsonNode run) {
    StringBuilder text = new StringBuilder();
    line(text, "run", text(run, "id"));
    line(text, "job", text(run, "job") + " of " + text(run, "tenant"));
    line(text, "state", text(run, "state") + ", attempt " + text(run, "attempt"));
    line(text, "done", done(run));
    line(text, "detail", text(run, "detail"));
    return text.toString();
  }

  static String table(List<List<String>> rows) {
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < row.size(); i++) {
        int column = i;
        int width = rows.stream().mapToInt(r -> r.get(column).length()).max().orElse(1);
        line.append(String.format(Locale.ROOT, "%-" + (width + 2) + "s", row.get(i)));
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  private static String done(JsonNode run) {
    JsonNode progress = run.path("progress");
    String remaining = text(progress, "remainingSeconds");
    return text(progress, "done")
        + " of "
        + text(progress, "total")
        + (remaining.equals("-") ? "" : ", " + remaining + " s left");
  }

  private static void line(StringBuilder text, String name, String value) {
    text.append(String.format(Locale.ROOT, "%-11s %s%n", name, value));
  }

  private static String time(JsonNode node, String field) {
    String time = text(node, field);
    return time.length() < 19 ? time : time.substring(0, 19).replace('T', ' ') + "Z";
  }

  private static String text(JsonNode node, String field) {
    return node.hasNonNull(field) ? node.path(field).asText() : "-";
  }
}
