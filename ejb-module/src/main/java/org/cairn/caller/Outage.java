package org.cairn.caller;

import jakarta.resource.ResourceException;
import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hibernate.exception.JDBCConnectionException;
import org.jspecify.annotations.Nullable;

/**
 * Why the database did not do what nobody did wrong: the same request may succeed later.
 *
 * <p>The states are those of PostgreSQL's manual, appendix A.
 */
public enum Outage {
  /** It cannot be reached, shuts down, has no room left, or takes no writes: it fails everybody. */
  UNREACHABLE("08|53|57P|58|25006"),
  /** Somebody else was in the way for too long: it fails who waited, and maybe nobody else. */
  CONTENDED("55P03|57014|40|25P");

  private final Pattern states;

  Outage(String beginnings) {
    this.states = Pattern.compile(beginnings);
  }

  /** The outage that the exception comes from, or {@code null} where it has another reason. */
  public static @Nullable Outage causeOf(Throwable thrown) {
    return causeOf(thrown, Collections.newSetFromMap(new IdentityHashMap<>()));
  }

  private static @Nullable Outage causeOf(@Nullable Throwable thrown, Set<Throwable> seen) {
    if (thrown == null || !seen.add(thrown)) {
      return null;
    }
    Outage own = ofItself(thrown);
    if (own != null) {
      return own;
    }
    Throwable next = thrown instanceof SQLException sql ? sql.getNextException() : null;
    return Stream.concat(
            Stream.ofNullable(next),
            Stream.concat(Stream.ofNullable(thrown.getCause()), Stream.of(thrown.getSuppressed())))
        .map(further -> causeOf(further, seen))
        .filter(found -> found != null)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable Outage ofItself(Throwable thrown) {
    String state = thrown instanceof SQLException sql ? sql.getSQLState() : null;
    if (state != null) {
      return Stream.of(values())
          .filter(outage -> outage.states.matcher(state).lookingAt())
          .findFirst()
          .orElse(null);
    }
    // The pool says so without a state when it has no connection to give.
    return thrown instanceof ResourceException || thrown instanceof JDBCConnectionException
        ? UNREACHABLE
        : null;
  }
}
