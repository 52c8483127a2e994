package org.cairn.web.shared;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cairn.shared.Ids;
import org.cairn.shared.Setting;
import org.jspecify.annotations.Nullable;

/**
 * The ids of requests. Behind a proxy that is ours, its own id is taken over, so that one id leads
 * through all logs; from anybody else it is not, or a stranger could make others' lines his own.
 */
final class RequestIds {

  static final String HEADER = "X-Request-Id";

  private static final String TRACE_HEADER = "traceparent";
  private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{7,63}");
  private static final Pattern TRACE =
      Pattern.compile("[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");
  private static final boolean BEHIND_A_PROXY =
      Boolean.parseBoolean(Setting.of("cairn.proxy", "false"));

  private RequestIds() {}

  static String of(HttpServletRequest request) {
    return BEHIND_A_PROXY
        ? of(request.getHeader(HEADER), request.getHeader(TRACE_HEADER))
        : Ids.next().toString();
  }

  /**
   * The id that a trusted proxy has given, else its trace's (W3C Trace Context), else a new one.
   */
  static String of(@Nullable String given, @Nullable String traceparent) {
    if (given != null && WELL_FORMED.matcher(given).matches()) {
      return given;
    }
    if (traceparent != null) {
      Matcher trace = TRACE.matcher(traceparent);
      if (trace.matches()) {
        return trace.group(1);
      }
    }
    return Ids.next().toString();
  }
}
