package org.cairn.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cairn.shared.Problem;
import org.cairn.shared.ProblemKind;
import org.junit.jupiter.api.Test;

/** {@code docs/problems.md} promises to list all codes. */
class ProblemsTest {

  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `([A-Z][A-Z0-9_]*)` \\| (\\w{3}) \\|");

  /** Decided by the server before the domain is asked. */
  private static final Map<String, String> OF_THE_PROTOCOL =
      Map.of(
          "METHOD_NOT_ALLOWED", "405",
          "NOT_ACCEPTABLE", "406",
          "UNSUPPORTED_MEDIA_TYPE", "415",
          "RANGE_NOT_SATISFIABLE", "416",
          "REQUEST_REFUSED", "4xx",
          "INTERNAL_ERROR", "500");

  @Test
  void everyCodeIsListedWithItsStatus() throws ReflectiveOperationException {
    Map<String, String> codes = codes();
    assertTrue(codes.size() >= 12, codes::toString);
    codes.putAll(OF_THE_PROTOCOL);
    assertEquals(codes, listed(Project.read(Project.file("docs/problems.md"))));
  }

  @Test
  void aCodeBelongsToOneProblem() throws ReflectiveOperationException {
    int constants = 0;
    for (JavaClass type : Code.real()) {
      if (type.isEnum() && type.isAssignableTo(Problem.class)) {
        constants += type.reflect().getEnumConstants().length;
      }
    }
    assertEquals(codes().size(), constants);
  }

  @Test
  void anUnlistedCodeIsFound() {
    assertEquals(
        Map.of("A_CODE", "404"), listed("| `A_CODE` | 404 | a | b |\n| B_CODE | 404 | a | b |\n"));
  }

  private static Map<String, String> listed(String text) {
    Map<String, String> listed = new TreeMap<>();
    Matcher row = ROW.matcher(text);
    while (row.find()) {
      listed.put(row.group(1), row.group(2));
    }
    return listed;
  }

  private static Map<String, String> codes() throws ReflectiveOperationException {
    Method status =
        Class.forName("org.cairn.web.shared.ProblemStatus")
            .getDeclaredMethod("of", ProblemKind.class);
    status.setAccessible(true);
    Map<String, String> codes = new TreeMap<>();
    for (JavaClass type : Code.real()) {
      if (type.isEnum() && type.isAssignableTo(Problem.class)) {
        for (Object constant : type.reflect().getEnumConstants()) {
          Problem problem = (Problem) constant;
          codes.put(problem.name(), status.invoke(null, problem.kind()).toString());
        }
      }
    }
    return codes;
  }
}
