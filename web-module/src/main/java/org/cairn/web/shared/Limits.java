package org.cairn.web.shared;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.cairn.shared.Setting;

/** The numbers of the door, in one place; {@code docs/limits.md} explains them. */
final class Limits {

  private static final long KIB = 1024;
  private static final long MIB = 1024 * KIB;

  private static final String BATCH = "/api/v1/learning/events:batch";
  private static final String GRAPHQL = "/api/v1/graphql";
  private static final String ROSTER = "/api/v1/admin/roster/imports";
  private static final String OBJECTS = "/api/v1/content/objects/";

  /** The largest body, in bytes. */
  private static final long BODY = MIB;

  private static final Map<String, Long> OWN_BODY =
      Map.of(BATCH, 4 * MIB, GRAPHQL, 64 * KIB, ROSTER, 64 * MIB);

  /** The largest object of content; each container has a limit of its own below it. */
  private static final long OBJECT = 64 * MIB;

  /** What a caller may ask for a few times a minute only: a method and a path. */
  private static final Set<String> HEAVY = Set.of("POST " + ROSTER);

  static final Budget OF_CALLER = budget("caller", 6_000);
  static final Budget OF_PROGRAM = budget("system", 600_000);
  static final Budget OF_TENANT = budget("tenant", 1_200_000);
  static final Budget HEAVY_OF_CALLER = budget("heavy", 20);

  /** How many callers' budgets are kept in mind. */
  static final int MOST_BUCKETS = 100_000;

  /**
   * As many bytes of a body are awaited before a thread looks at it: 16 of the server's buffers.
   */
  static final int BUFFERED = 256 * 1024;

  static final int BUFFERS = 16;

  /** What JSON may be, in levels and characters; fields have narrower rules of their own. */
  static final int JSON_DEPTH = 20;

  static final int JSON_STRING = 20_000;
  static final int JSON_NAME = 200;
  static final int JSON_NUMBER = 50;

  /** Spelled as they are, so that whatever compares methods can rely on it. */
  static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  /** The longest address with its parameters, in characters as sent. */
  static final int ADDRESS = 8_192;

  /** How many larger bodies are read at a time; each keeps a thread. */
  static final int STREAMS = 8;

  /** How many of the browser's files are served at a time. */
  static final int PAGES = 4;

  /** How many other requests are with the server's threads at a time, and how many may wait. */
  static final int RUNNING = 200;

  static final int WAITING = 2_000;

  /** How long one waits for a body or a reader, and how slow they may be, in bytes a second. */
  static final Duration GRACE = Duration.ofSeconds(20);

  static final long SLOWEST = 32 * 1024;

  private Limits() {}

  static long body(HttpServletRequest request) {
    String operation = operation(request);
    boolean isObject = request.getMethod().equals("PUT") && operation.startsWith(OBJECTS);
    return isObject ? OBJECT : OWN_BODY.getOrDefault(operation, BODY);
  }

  static boolean isHeavy(HttpServletRequest request) {
    return HEAVY.contains(request.getMethod() + " " + operation(request));
  }

  /** The same operation answers with a slash at the end. */
  private static String operation(HttpServletRequest request) {
    String path = Addresses.decoded(request.getRequestURI());
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  private static Budget budget(String name, int otherwise) {
    String setting = "cairn.limits." + name + ".per-minute";
    return new Budget(name, Integer.parseInt(Setting.of(setting, String.valueOf(otherwise))));
  }
}
