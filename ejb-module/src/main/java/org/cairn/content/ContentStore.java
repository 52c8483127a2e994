package org.cairn.content;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
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

/** Content as its authors write it. */
@Singleton
class ContentStore {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** A question has the subject and the grades of its skill. */
  private static final String ITEMS =
      """
      select item.*, item.tenant_id = :shared as shared, version.spec, version.answer_key,
        version.hints
      from content_item item
      left join content_version version on version.tenant_id = item.tenant_id
        and (version.tenant_id = :tenant or version.tenant_id = :shared)
        and version.kind = item.kind and version.item_id = item.item_id
        and version.version = item.version
      left join content_item skill on skill.kind = 'SKILL' and skill.item_id = item.skill_id
        and (skill.tenant_id = :tenant or skill.tenant_id = :shared)
      where (item.tenant_id = :tenant or item.tenant_id = :shared) and item.kind = :kind
      """;

  private static final SqlText PAGE =
      SqlText.of(
          ITEMS
              + """
              and (:subject::text is null or coalesce(skill.subject, item.subject) = :subject)
              and (:grade::text is null
                or :grade = any(case when skill.item_id is null then item.grades
                  else skill.grades end))
              and (:skill::text is null or item.skill_id = :skill)
              and (:state::text is null or :state = case when item.draft is not null then 'draft'
                when item.retired then 'retired' else 'published' end)
              and (:after::text is null or item.item_id > :after::text collate "C")
              order by item.item_id limit :limit
              """);

  private static final SqlText FIND =
      SqlText.of(ITEMS + " and item.item_id = :id order by item.tenant_id = :tenant limit 1");

  private static final SqlText CREATE =
      SqlText.of(
          """
          insert into content_item (tenant_id, kind, item_id, draft, revision, subject, grades,
            skill_id, changed_at, changed_by)
          select :tenant, :kind, :id, :draft::jsonb, 1, :subject, :grades::text[], :skill, :now,
            :author
          on conflict do nothing
          """);

  private static final SqlText EDIT =
      SqlText.of(
          """
          update content_item set draft = :draft::jsonb, revision = revision + 1,
            subject = :subject, grades = :grades::text[], skill_id = :skill, changed_at = :now,
            changed_by = :author
          where tenant_id = :tenant and kind = :kind and item_id = :id and revision = :revision
          """);

  private static final SqlText RETIRE =
      SqlText.of(
          """
          update content_item set retired = true, draft = null, revision = revision + 1,
            changed_at = :now, changed_by = :author
          where tenant_id = :tenant and kind = :kind and item_id = :id and revision = :revision
            and version > 0
          """);

  private static final SqlText PUBLISH =
      SqlText.of(
          """
          with head as (
            update content_item set version = version + 1, draft = null, retired = false,
              revision = revision + 1, changed_at = :now, changed_by = :author
            where tenant_id = :tenant and kind = :kind and item_id = :id
              and revision = :revision
            returning version, subject, grades, skill_id
          )
          insert into content_version (tenant_id, kind, item_id, version, spec, answer_key,
            hints, spec_hash, subject, grades, skill_id, published_at, published_by)
          select :tenant, :kind, :id, head.version, :spec::jsonb, :key::jsonb,
            :hints::jsonb, :hash,
            head.subject, head.grades, head.skill_id, :now, :author
          from head
          """);

  private static final SqlText ALONE =
      SqlText.of("select pg_advisory_xact_lock(hashtextextended('content/' || :tenant, 0))");

  private final TenantSql sql;

  @Inject
  ContentStore(TenantSql sql) {
    this.sql = sql;
  }

  List<ContentItemView> page(
      ContentKind kind, ContentFilter filter, @Nullable String after, int limit) {
    return sql.with(PAGE)
        .set("shared", Tenants.SHARED)
        .set("kind", kind.name())
        .set("subject", filter.subject())
        .set("grade", filter.grade())
        .set("skill", filter.skill())
        .set("state", filter.state())
        .set("after", after)
        .set("limit", limit)
        .list(ContentStore::view);
  }

  /** The tenant's own, or the shared one. */
  Optional<ContentItemView> find(ContentKind kind, String id) {
    return sql.with(FIND)
        .set("shared", Tenants.SHARED)
        .set("kind", kind.name())
        .set("id", id)
        .first(ContentStore::view);
  }

  boolean create(ContentItem item, JsonNode draft, Instant now, String author) {
    return head(CREATE, item, now, author).set("draft", draft.toString()).update() == 1;
  }

  boolean edit(ContentItem item, JsonNode draft, long revision, Instant now, String author) {
    return head(EDIT, item, now, author)
            .set("draft", draft.toString())
            .set("revision", revision)
            .update()
        == 1;
  }

  /** Lets nobody else of the tenant publish meanwhile: two may fit alone, but not together. */
  void publishAlone() {
    sql.with(ALONE).first(row -> true);
  }

  boolean publish(ContentItem item, long revision, Instant now, String author) {
    return head(PUBLISH, item, now, author)
            .set("revision", revision)
            .set("spec", item.spec().toString())
            .set("key", item.keyText())
            .set("hints", item.hintsText())
            .set("hash", item.hash())
            .update()
        == 1;
  }

  boolean retire(ContentKind kind, String id, long revision, Instant now, String author) {
    return sql.with(RETIRE)
            .set("kind", kind.name())
            .set("id", id)
            .set("revision", revision)
            .set("now", now)
            .set("author", author)
            .update()
        == 1;
  }

  private SqlCall head(SqlText text, ContentItem item, Instant now, String author) {
    return sql.with(text)
        .set("kind", item.kind().name())
        .set("id", item.id())
        .set("subject", item.subject())
        .set("grades", item.grades())
        .set("skill", item.skill())
        .set("now", now)
        .set("author", author);
  }

  private static ContentItemView view(ResultSet row) throws SQLException {
    JsonNode spec = json(row.getString("spec"));
    JsonNode draft = json(row.getString("draft"));
    return new ContentItemView(
        ContentKind.valueOf(row.getString("kind")).plural(),
        row.getString("item_id"),
        row.getBoolean("shared"),
        row.getInt("version"),
        ContentItemView.state(draft, row.getBoolean("retired")),
        row.getLong("revision"),
        SqlCall.instant(row, "changed_at"),
        spec == null
            ? null
            : ContentItem.whole(
                spec, json(row.getString("answer_key")), json(row.getString("hints"))),
        draft);
  }

  private static @Nullable JsonNode json(@Nullable String text) {
    try {
      return text == null ? null : JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
