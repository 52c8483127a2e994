package org.cairn.content;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.cairn.caller.SqlText;
import org.cairn.caller.TenantSql;

/** Content as the alignment writes it: all of it in one statement. */
@Singleton
class AlignedContentStore {

  private static final SqlText HASHES =
      SqlText.of(
          """
          select item.kind, item.item_id, item.version, version.spec_hash from content_item item
          join content_version version on version.tenant_id = :tenant
            and version.kind = item.kind and version.item_id = item.item_id
            and version.version = item.version
          where item.tenant_id = :tenant
          """);

  private static final SqlText ALIGN =
      SqlText.of(
          """
          with given as (
            select * from unnest(:kinds::text[], :ids::text[], :versions::integer[],
              :subjects::text[], :grades::text[], :skills::text[], :specs::jsonb[],
              :keys::jsonb[], :hints::jsonb[], :hashes::text[])
              g (kind, id, version, subject, grades, skill, spec, answer_key, hints, hash)
          ), head as (
            insert into content_item (tenant_id, kind, item_id, version, revision, subject,
              grades, skill_id, changed_at, changed_by)
            select :tenant, given.kind, given.id, given.version, 1, given.subject,
              string_to_array(given.grades, ','), given.skill, :now, 'alignment'
            from given
            on conflict (tenant_id, kind, item_id) do update set version = excluded.version,
              revision = content_item.revision + 1, subject = excluded.subject,
              grades = excluded.grades, skill_id = excluded.skill_id,
              changed_at = excluded.changed_at
          )
          insert into content_version (tenant_id, kind, item_id, version, spec, answer_key,
            hints, spec_hash, subject, grades, skill_id, published_at, published_by)
          select :tenant, given.kind, given.id, given.version, given.spec, given.answer_key,
            given.hints, given.hash, given.subject, string_to_array(given.grades, ','), given.skill,
            :now, 'alignment'
          from given
          """);

  private static final SqlText SET_RETIRED =
      SqlText.of(
          """
          update content_item set retired = not (kind || '/' || item_id = any(:present::text[])),
            revision = revision + 1, changed_at = :now
          where tenant_id = :tenant
            and retired = (kind || '/' || item_id = any(:present::text[]))
          """);

  private final TenantSql sql;

  @Inject
  AlignedContentStore(TenantSql sql) {
    this.sql = sql;
  }

  /** A version that the alignment may have to replace. */
  record Aligned(int version, String hash) {}

  /** The versions in force, by kind and id: {@code QUESTION/add-1}. */
  Map<String, Aligned> aligned() {
    Map<String, Aligned> aligned = new HashMap<>();
    sql.with(HASHES)
        .list(
            row ->
                aligned.put(
                    row.getString("kind") + "/" + row.getString("item_id"),
                    new Aligned(row.getInt("version"), row.getString("spec_hash"))));
    return aligned;
  }

  /** Publishes what is new or changed, each as the version that is given for it. */
  void align(List<ContentItem> items, Function<ContentItem, Integer> versions, Instant now) {
    sql.with(ALIGN)
        .set("now", now)
        .setEach("kinds", items, item -> item.kind().name())
        .setEach("ids", items, ContentItem::id)
        .setEach("versions", items, versions::apply)
        .setEach("subjects", items, ContentItem::subject)
        .setEach("grades", items, item -> String.join(",", item.grades()))
        .setEach("skills", items, ContentItem::skill)
        .setEach("specs", items, item -> item.spec().toString())
        .setEach("keys", items, ContentItem::keyText)
        .setEach("hints", items, ContentItem::hintsText)
        .setEach("hashes", items, ContentItem::hash)
        .update();
  }

  /** Retires what is not present, and has what is present come back. */
  int setRetired(Collection<String> present, Instant now) {
    return sql.with(SET_RETIRED).set("present", present).set("now", now).update();
  }
}
