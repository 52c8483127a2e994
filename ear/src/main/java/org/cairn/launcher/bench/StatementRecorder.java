package org.cairn.launcher.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Has PostgreSQL log every statement for a moment, and reads what one request has sent. */
final class StatementRecorder {

  private static final Pattern EXECUTE =
      Pattern.compile("^#(\\d+)# LOG: {2}(?:execute [^:]+|statement): (.*)$");
  private static final Pattern DETAIL = Pattern.compile("^#(\\d+)# DETAIL: {2}Parameters: (.*)$");
  private static final Pattern PARAMETER =
      Pattern.compile("\\$\\d+ = (?:NULL|'((?:[^']++|'')*+)')(?:, )?", Pattern.DOTALL);

  private final Target target;

  StatementRecorder(Target target) {
    this.target = target;
  }

  /** A request to be recorded. */
  @FunctionalInterface
  interface Request {
    void send() throws SQLException, IOException, InterruptedException;
  }

  /** The statements of the transaction in which the request used the marker as a value. */
  List<RecordedStatement> record(String marker, Request request)
      throws SQLException, IOException, InterruptedException {
    return record(
        request,
        transaction -> transaction.stream().anyMatch(s -> s.has(marker)) && !isJobs(transaction));
  }

  /** The statements of the first transaction that is sought, while the request is answered. */
  List<RecordedStatement> record(Request request, Predicate<List<RecordedStatement>> isSought)
      throws SQLException, IOException, InterruptedException {
    Path log = target.home().log("postgres");
    try (Connection connection = target.superuser();
        Statement statement = connection.createStatement()) {
      statement.execute("alter system set log_line_prefix = '#%p# '");
      statement.execute("alter system set log_statement = 'all'");
      statement.execute("select pg_reload_conf()");
      try {
        Thread.sleep(500);
        long before = Files.size(log);
        request.send();
        Thread.sleep(500);
        String text = Files.readString(log).substring((int) before);
        return transaction(isSought, parse(text));
      } finally {
        statement.execute("alter system reset log_line_prefix");
        statement.execute("alter system reset log_statement");
        statement.execute("select pg_reload_conf()");
      }
    }
  }

  private static List<RecordedStatement> transaction(
      Predicate<List<RecordedStatement>> isSought, Map<String, List<RecordedStatement>> bySession) {
    for (List<RecordedStatement> session : bySession.values()) {
      List<RecordedStatement> transaction = new ArrayList<>();
      for (RecordedStatement statement : session) {
        if (statement.is("BEGIN")) {
          transaction.clear();
        }
        transaction.add(statement);
        if (statement.is("COMMIT") && isSought.test(transaction)) {
          return transaction;
        }
      }
    }
    throw new IllegalStateException("The request's transaction was not found in the log");
  }

  /** Jobs read the same learners, and keep their steps in the transaction in which they work. */
  private static boolean isJobs(List<RecordedStatement> transaction) {
    return transaction.stream()
        .anyMatch(each -> each.sql().toLowerCase(Locale.ROOT).contains("step_execution"));
  }

  private static Map<String, List<RecordedStatement>> parse(String log) {
    Map<String, List<RecordedStatement>> bySession = new LinkedHashMap<>();
    StringBuilder entry = new StringBuilder();
    for (String line : (log + "\n#0# END").split("\n", -1)) {
      if (line.startsWith("\t")) {
        entry.append('\n').append(line.substring(1));
        continue;
      }
      add(entry.toString(), bySession);
      entry.setLength(0);
      entry.append(line);
    }
    return bySession;
  }

  private static void add(String entry, Map<String, List<RecordedStatement>> bySession) {
    int end = entry.indexOf('\n');
    String first = end < 0 ? entry : entry.substring(0, end);
    String rest = end < 0 ? "" : entry.substring(end);
    Matcher execute = EXECUTE.matcher(first);
    Matcher detail = DETAIL.matcher(first);
    if (execute.matches()) {
      bySession
          .computeIfAbsent(execute.group(1), any -> new ArrayList<>())
          .add(new RecordedStatement(execute.group(2) + rest, List.of()));
    } else if (detail.matches()) {
      List<RecordedStatement> session = bySession.getOrDefault(detail.group(1), List.of());
      if (!session.isEmpty()) {
        RecordedStatement last = session.remove(session.size() - 1);
        session.add(new RecordedStatement(last.sql(), parameters(detail.group(2) + rest)));
      }
    }
  }

  private static List<@Nullable String> parameters(String text) {
    List<@Nullable String> values = new ArrayList<>();
    Matcher parameter = PARAMETER.matcher(text);
    while (parameter.find()) {
      String value = parameter.group(1);
      values.add(value == null ? null : value.replace("''", "'"));
    }
    return values;
  }
}
