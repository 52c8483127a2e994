package org.cairn.audit;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The head of a chain at a time, as it stands in a file: one line of JSON. */
record Anchor(long number, String hash, Instant at) {

  private static final Pattern LINE =
      Pattern.compile(
          "\\{\"tenant\":\"[a-z0-9-]+\",\"number\":(\\d{1,18}),\"hash\":\"([0-9a-f]{64})\","
              + "\"at\":\"([^\"]+)\"}");

  String line(String tenant) {
    return "{\"tenant\":\"%s\",\"number\":%d,\"hash\":\"%s\",\"at\":\"%s\"}\n"
        .formatted(tenant, number, hash, at);
  }

  /** What a line says; nothing for one that nobody here has written. */
  static Optional<Anchor> of(String line) {
    Matcher found = LINE.matcher(line);
    if (!found.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Anchor(
              Long.parseLong(found.group(1)), found.group(2), Instant.parse(found.group(3))));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
