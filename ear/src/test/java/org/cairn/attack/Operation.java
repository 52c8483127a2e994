package org.cairn.attack;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * An operation of the OpenAPI document, with what is declared of it.
 *
 * @param type the media type of its body, or null
 * @param parameters its parameters in the path and those in the query that it is called with
 */
record Operation(
    String id,
    String method,
    String path,
    List<String> queries,
    String type,
    About about,
    Set<String> roles,
    Map<String, String> parameters,
    String body) {

  /** What the operation is about, which decides who is a stranger to it. */
  enum About {
    LEARNER,
    OWN,
    TENANT,
    RUNS,
    ITEMS,
    INSTALLATION;

    static About of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  boolean isRead() {
    return method.equals("GET");
  }

  /** Whether somebody else's row is named in the address. */
  boolean namesRows() {
    return path.contains("{");
  }

  /** Whether one of the person's roles may call it at all. */
  boolean isFor(Person person) {
    boolean operator = person.tenant() == null && person.roles().contains("operator");
    return roles.stream()
        .anyMatch(role -> role.equals("operator") ? operator : person.roles().contains(role));
  }

  /** The same operation, called with a further parameter in the query. */
  Operation with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(parameters);
    more.put(name, value);
    return new Operation(id, method, path, queries, type, about, roles, more, body);
  }

  @Override
  public String toString() {
    return id;
  }
}
