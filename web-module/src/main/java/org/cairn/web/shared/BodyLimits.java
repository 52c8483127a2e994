package org.cairn.web.shared;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;

/** How large a body may be, in bytes. */
final class BodyLimits {

  private static final long MIB = 1024 * 1024;

  private static final long GENERAL = MIB;
  private static final Map<String, Long> OWN =
      Map.of(
          "/api/v1/learning/events:batch", 4 * MIB,
          "/api/v1/admin/roster/imports", 64 * MIB);

  private BodyLimits() {}

  static long of(HttpServletRequest request) {
    return OWN.getOrDefault(request.getRequestURI(), GENERAL);
  }
}
