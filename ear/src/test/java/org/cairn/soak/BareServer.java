package org.cairn.soak;

import java.util.Set;
import org.cairn.system.Client;

/**
 * A server without its application, for the moment in which it begins or ends. WildFly answers by
 * itself then, in HTML: 503, and 404 on connections that are still open when its host is gone. No
 * client may take that for an answer of Cairn's, whose refusals are problem documents.
 */
final class BareServer {

  private static final Set<Integer> STATUSES = Set.of(404, 503);

  private BareServer() {}

  static boolean hasAnswered(Client.Answer answer) {
    return STATUSES.contains(answer.status())
        && answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html");
  }
}
