package org.cairn.caller;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** One execution of a {@link SqlText}. */
public final class SqlCall {

  private final Session session;
  private final SqlText text;
  private final Map<String, @Nullable Object> values = new HashMap<>();

  SqlCall(Session session, SqlText text) {
    this.session = session;
    this.text = text;
  }

  /** Reads one row. */
  @FunctionalInterface
  public interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  /**
   * Binds a value: text, number, boolean, UUID, {@link Instant}, {@link LocalDate}, or a collection
   * of them, which becomes an array of text for the statement to cast ({@code :ids::uuid[]}).
   */
  public SqlCall set(String name, @Nullable Object value) {
    values.put(name, value);
    return this;
  }

  /** Binds one value of each row, in their order, as an array. */
  public <T> SqlCall setEach(String name, List<T> rows, Function<T, @Nullable Object> part) {
    List<@Nullable Object> each = new ArrayList<>(rows.size());
    rows.forEach(row -> each.add(part.apply(row)));
    return set(name, each);
  }

  /** All rows; made for results whose size the statement bounds. */
  public <T> List<T> list(Row<T> reader) {
    return session.doReturningWork(
        connection -> {
          try (PreparedStatement statement = prepare(connection);
              ResultSet rows = statement.executeQuery()) {
            List<T> read = new ArrayList<>();
            while (rows.next()) {
              read.add(reader.read(rows));
            }
            return read;
          }
        });
  }

  /** The first row, if there is one. */
  public <T> Optional<T> first(Row<T> reader) {
    return list(reader).stream().findFirst();
  }

  /** Executes a change and answers how many rows it touched. */
  public int update() {
    return session.doReturningWork(
        connection -> {
          try (PreparedStatement statement = prepare(connection)) {
            return statement.executeUpdate();
          }
        });
  }

  private PreparedStatement prepare(Connection connection) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(text.jdbc());
    try {
      int index = 1;
      for (String name : text.parameters()) {
        if (!values.containsKey(name)) {
          throw new IllegalStateException("The parameter " + name + " has no value");
        }
        bind(statement, index++, values.get(name));
      }
      return statement;
    } catch (SQLException | RuntimeException e) {
      statement.close();
      throw e;
    }
  }

  private static void bind(PreparedStatement statement, int index, @Nullable Object value)
      throws SQLException {
    if (value == null) {
      statement.setNull(index, Types.NULL);
    } else if (value instanceof Instant instant) {
      statement.setObject(index, instant.atOffset(ZoneOffset.UTC));
    } else if (value instanceof Collection<?> values) {
      statement.setArray(index, textArray(statement.getConnection(), values));
    } else {
      statement.setObject(index, value);
    }
  }

  private static Array textArray(Connection connection, Collection<?> values) throws SQLException {
    @Nullable String[] texts = new String[values.size()];
    int i = 0;
    for (Object value : values) {
      texts[i++] = value == null ? null : value.toString();
    }
    return connection.createArrayOf("text", texts);
  }

  /** A column that holds an instant. */
  public static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, java.time.OffsetDateTime.class).toInstant();
  }

  /** A column that may hold an instant. */
  public static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
    java.time.OffsetDateTime value = row.getObject(column, java.time.OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }

  /** A column that holds an id. */
  public static UUID uuid(ResultSet row, String column) throws SQLException {
    return row.getObject(column, UUID.class);
  }
}
