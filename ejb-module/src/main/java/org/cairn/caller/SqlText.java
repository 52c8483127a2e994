package org.cairn.caller;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A native statement with named parameters ({@code :name}; casts {@code ::type} are left alone),
 * prepared once for JDBC. {@code :tenant} is bound by {@link TenantSql} and by nobody else.
 */
public final class SqlText {

  private static final Pattern PARAMETER = Pattern.compile("(?<!:):([a-z][a-zA-Z0-9]*)");

  private final String jdbc;
  private final List<String> parameters;

  private SqlText(String jdbc, List<String> parameters) {
    this.jdbc = jdbc;
    this.parameters = List.copyOf(parameters);
  }

  /** Compiles the text; meant for constants. */
  public static SqlText of(String text) {
    List<String> parameters = new ArrayList<>();
    Matcher matcher = PARAMETER.matcher(text);
    while (matcher.find()) {
      parameters.add(matcher.group(1));
    }
    return new SqlText(matcher.replaceAll("?"), parameters);
  }

  String jdbc() {
    return jdbc;
  }

  List<String> parameters() {
    return parameters;
  }
}
