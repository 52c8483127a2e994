package org.cairn.web.shared;

import java.util.regex.Pattern;

/**
 * An address without what a person may have written into it. A child's name or mail address in the
 * place of an id is a mistake of the sender; it must not become a line of the log.
 */
final class PlainPath {

  private static final Pattern ID =
      Pattern.compile("me|[0-9]{1,18}|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private PlainPath() {}

  /**
   * The route with ids in the place of its parameters.
   *
   * @param path as it was sent
   * @param route the template that it matched, or a word for what matched none
   */
  static String of(String path, String route) {
    String[] sent = path.split("/", -1);
    String[] parts = route.split("/", -1);
    if (sent.length != parts.length) {
      return route;
    }
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < parts.length; i++) {
      boolean isId = parts[i].startsWith("{") && ID.matcher(sent[i]).matches();
      plain.append(i == 0 ? "" : "/").append(isId ? sent[i] : parts[i]);
    }
    return plain.toString();
  }
}
