package org.cairn.caller;

/** Turns a store's own statement into the question how PostgreSQL would run it. */
public final class Explain {

  private Explain() {}

  public static SqlText of(SqlText text) {
    String named = text.jdbc();
    for (String name : text.parameters()) {
      named = named.replaceFirst("\\?", ":" + name);
    }
    return SqlText.of("explain " + named);
  }
}
