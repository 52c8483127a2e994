package org.cairn.architecture;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Judges native statements about tables and views whose rows belong to tenants.
 *
 * @param names those tables and views
 */
record TenantTables(Set<String> names) {

  private static final Pattern TABLE =
      Pattern.compile("create table (\\w+) \\((.*?)\\n\\)", Pattern.DOTALL);
  private static final Pattern VIEW = Pattern.compile("create (?:or replace )?view (\\w+)");

  /** A mention of a table, and its alias; after the alias no keyword is taken for one. */
  private static final Pattern MENTION =
      Pattern.compile(
          "\\b(from|join|update|using|into)\\s+(?:only\\s+)?(?:cairn\\.)?(\\w+)"
              + "(?:\\s+(?:as\\s+)?(?!(?:where|set|on|join|left|cross|inner|order|group|limit|union"
              + "|select|values|using|returning|natural|full|right|for|as)\\b)(\\w+))?");

  /** Into the caller's tenant; or into the one, which operators choose, that is read with it. */
  private static final Pattern INSERT =
      Pattern.compile(
          "\\binsert\\s+into\\s+(\\w+)(?:\\s+as\\s+\\w+)?\\s*\\(\\s*tenant_id\\b[^)]*\\)"
              + "\\s*(?:(?:select(?:\\s+distinct)?|values\\s*\\()\\s*:tenant\\b"
              + "|select\\s+home\\.id\\b[^;]*?\\bfrom\\s+tenant\\s+home\\s+"
              + "where\\s+\\(home\\.id\\s=\\s:tenant\\sor\\s:tenant\\s=\\s'shared'\\))");

  /** A table after a comma, which {@link #MENTION} would miss. */
  private static final Pattern LISTED =
      Pattern.compile(
          "\\b(?:from|using)\\s(?:(?!\\b(?:where|join|group|order|limit|union|returning|select|set)\\b)"
              + "[^()])*?,\\s*(?:cairn\\.)?(\\w+)");

  private static final Pattern CLOCK =
      Pattern.compile("\\b(now\\(\\)|current_timestamp|current_date|clock_timestamp|localtime)");

  static TenantTables ofMigrations(List<Path> migrations) {
    Set<String> names = new TreeSet<>();
    for (Path migration : migrations) {
      String sql = Project.read(migration);
      Matcher table = TABLE.matcher(sql);
      while (table.find()) {
        if (table.group(2).contains("tenant_id")) {
          names.add(table.group(1));
        }
      }
      Matcher view = VIEW.matcher(sql);
      while (view.find()) {
        names.add(view.group(1));
      }
    }
    return new TenantTables(names);
  }

  /** What is wrong with a statement. */
  List<String> faults(String statement) {
    List<String> faults = new ArrayList<>();
    if (CLOCK.matcher(statement).find()) {
      faults.add("reads the database's clock");
    }
    Matcher listed = LISTED.matcher(statement);
    while (listed.find()) {
      if (names.contains(listed.group(1))) {
        faults.add("lists " + listed.group(1) + " after a comma: join it");
      }
    }
    Map<String, Integer> wanting = new HashMap<>();
    int inserted = 0;
    Matcher mention = MENTION.matcher(statement);
    while (mention.find()) {
      if (!names.contains(mention.group(2))) {
        continue;
      }
      if (mention.group(1).equals("into")) {
        inserted++;
      } else {
        wanting.merge(alias(mention), 1, Integer::sum);
      }
    }
    if (inserted > count(INSERT, statement)) {
      faults.add("inserts rows without tenant_id = :tenant as the first column");
    }
    int unnamed = count(condition("(?<![.\\w])"), statement);
    for (Map.Entry<String, Integer> entry : wanting.entrySet()) {
      int named = count(condition("\\b" + entry.getKey() + "\\."), statement);
      unnamed -= Math.max(0, entry.getValue() - named);
    }
    if (unnamed < 0) {
      faults.add("mentions " + wanting.keySet() + " with too few tenant_id = :tenant");
    }
    return faults;
  }

  private static String alias(Matcher mention) {
    return mention.group(3) == null ? mention.group(2) : mention.group(3);
  }

  private static Pattern condition(String before) {
    return Pattern.compile(before + "tenant_id = :tenant\\b");
  }

  private static int count(Pattern pattern, String text) {
    return (int) pattern.matcher(text).results().count();
  }
}
