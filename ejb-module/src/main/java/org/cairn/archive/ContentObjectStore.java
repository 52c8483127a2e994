package org.cairn.archive;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cairn.caller.SqlCall;
import org.cairn.caller.SqlText;
import org.cairn.caller.TenantSql;
import org.cairn.caller.Tenants;
import org.jspecify.annotations.Nullable;

/** Which objects of content there are, in which versions. */
@Singleton
class ContentObjectStore {

  private static final String READABLE =
      """
      select distinct on (o.path) o.*, o.tenant_id = :shared as shared from content_object o
      where (o.tenant_id = :tenant or o.tenant_id = :shared) and o.container = :container
      """;

  private static final String OWN_FIRST = " order by o.path, o.tenant_id = :shared ";

  private static final SqlText FIND =
      SqlText.of(READABLE + " and o.path = :path and o.replaced_at is null" + OWN_FIRST);

  private static final SqlText FIND_VERSION =
      SqlText.of(READABLE + " and o.path = :path and o.version = :version" + OWN_FIRST);

  private static final SqlText PAGE =
      SqlText.of(
          READABLE
              + """
              and o.replaced_at is null and starts_with(o.path, :prefix)
              and o.path > :after::text collate "C"
              """
              + OWN_FIRST
              + " limit :limit");

  /** Whoever stores or cleans up bytes of a path waits for whoever else does. */
  private static final SqlText LOCK =
      SqlText.of("select pg_advisory_xact_lock(hashtextextended(:tenant || '/' || :path, 21))");

  private static final SqlText REPLACE =
      SqlText.of(
          """
          update content_object set replaced_at = :now
          where tenant_id = :tenant and container = :container and path = :path
            and replaced_at is null and version <> :version
          """);

  private static final SqlText KEEP =
      SqlText.of(
          """
          insert into content_object (tenant_id, container, path, version, size, media_type,
            stored_at, stored_by)
          values (:tenant, :container, :path, :version, :size, :type, :now, :author)
          on conflict (tenant_id, container, path, version)
            do update set replaced_at = null, media_type = excluded.media_type
          """);

  private static final SqlText REMOVE =
      SqlText.of(
          """
          delete from content_object
          where tenant_id = :tenant and container = :container and path = :path
          """);

  private static final SqlText FORGET =
      SqlText.of(
          """
          delete from content_object
          where tenant_id = :tenant and replaced_at < :before
          """);

  private static final SqlText HAS =
      SqlText.of(
          """
          select 1 from content_object
          where tenant_id = :tenant and container = :container and path = :path
            and version = :version
          """);

  private static final SqlText TOTAL =
      SqlText.of("select count(*) from content_object where tenant_id = :tenant");

  private final TenantSql sql;

  @Inject
  ContentObjectStore(TenantSql sql) {
    this.sql = sql;
  }

  /** The present version; the district's own before a shared one. */
  Optional<ContentObjectView> find(Container container, String path) {
    return about(FIND, container)
        .set("shared", Tenants.SHARED)
        .set("path", path)
        .first(ContentObjectStore::view);
  }

  /** One version, present or replaced. */
  Optional<ContentObjectView> find(Container container, String path, String version) {
    return about(FIND_VERSION, container)
        .set("shared", Tenants.SHARED)
        .set("path", path)
        .set("version", version)
        .first(ContentObjectStore::view);
  }

  List<ContentObjectView> page(
      Container container, String prefix, @Nullable String after, int limit) {
    return about(PAGE, container)
        .set("shared", Tenants.SHARED)
        .set("prefix", prefix)
        .set("after", after == null ? "" : after)
        .set("limit", limit)
        .list(ContentObjectStore::view);
  }

  /** Keeps others from storing or cleaning up there until the transaction ends. */
  void lock(Container container, String path) {
    sql.with(LOCK).set("path", container.id() + "/" + path).list(row -> true);
  }

  /** Makes this the present version. */
  void keep(Container container, String path, ReceivedObject received, Instant now, String author) {
    about(REPLACE, container)
        .set("path", path)
        .set("version", received.sha256())
        .set("now", now)
        .update();
    about(KEEP, container)
        .set("path", path)
        .set("version", received.sha256())
        .set("size", received.size())
        .set("type", received.mediaType())
        .set("now", now)
        .set("author", author)
        .update();
  }

  /** Removes all versions of an object of the district's own; answers how many there were. */
  int remove(Container container, String path) {
    return about(REMOVE, container).set("path", path).update();
  }

  /** Forgets versions that were replaced before. */
  int forgetReplaced(Instant before) {
    return sql.with(FORGET).set("before", before).update();
  }

  /** Whether the district has this version, present or replaced. */
  boolean has(Container container, String path, String version) {
    return about(HAS, container)
        .set("path", path)
        .set("version", version)
        .first(row -> true)
        .isPresent();
  }

  /** How many versions the district has. */
  long total() {
    return sql.with(TOTAL).first(row -> row.getLong(1)).orElse(0L);
  }

  private SqlCall about(SqlText text, Container container) {
    return sql.with(text).set("container", container.id());
  }

  private static ContentObjectView view(ResultSet row) throws SQLException {
    return new ContentObjectView(
        row.getString("container"),
        row.getString("path"),
        row.getString("version"),
        row.getLong("size"),
        row.getString("media_type"),
        row.getBoolean("shared"),
        SqlCall.instant(row, "stored_at"),
        null);
  }
}
