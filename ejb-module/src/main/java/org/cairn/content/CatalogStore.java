package org.cairn.content;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.caller.SqlCall;
import org.cairn.caller.SqlText;
import org.cairn.caller.TenantSql;
import org.cairn.caller.Tenants;
import org.jspecify.annotations.Nullable;

/** What is published, as learners may see it; one statement alone reads keys. */
@Singleton
class CatalogStore {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String PUBLISHED =
      """
      select version.item_id, version.version, version.tenant_id = :shared as shared, version.spec
      from content_item item
      join content_version version on version.tenant_id = item.tenant_id
        and (version.tenant_id = :tenant or version.tenant_id = :shared)
        and version.kind = item.kind and version.item_id = item.item_id
        and version.version = item.version
      where (item.tenant_id = :tenant or item.tenant_id = :shared)
        and item.kind = :kind and not item.retired
      """;

  private static final SqlText PAGE =
      SqlText.of(
          PUBLISHED
              + """
              and (:subject::text is null or version.subject = :subject)
              and (:grade::text is null or :grade = any(version.grades))
              and (:after::text is null or version.item_id > :after::text collate "C")
              order by version.item_id limit :limit
              """);

  private static final SqlText FIND =
      SqlText.of(PUBLISHED + " and item.item_id = :id order by item.tenant_id = :tenant limit 1");

  private static final SqlText ALL_OF =
      SqlText.of(PUBLISHED + " and item.item_id = any(:ids::text[]) order by version.item_id");

  private static final SqlText OF_SKILL =
      SqlText.of(PUBLISHED + " and version.skill_id = :skill order by version.item_id");

  private static final SqlText PARTS =
      SqlText.of(
          "select part ->> 'id' as part, published.item_id from ("
              + PUBLISHED
              + ") published cross join lateral jsonb_array_elements(coalesce("
              + "published.spec -> 'modules', published.spec -> 'interactions')) part");

  private static final SqlText ALL =
      SqlText.of(
          """
          select item.kind, item.tenant_id = :shared as shared, version.spec, version.answer_key,
            version.hints
          from content_item item
          join content_version version on version.tenant_id = item.tenant_id
            and (version.tenant_id = :tenant or version.tenant_id = :shared)
            and version.kind = item.kind and version.item_id = item.item_id
            and version.version = item.version
          where (item.tenant_id = :shared or (item.tenant_id = :tenant
              and not item.kind || '/' || item.item_id = any(:replaced::text[])))
            and not item.retired
          order by item.tenant_id = :tenant, item.kind, item.item_id
          """);

  private static final String ASKED =
      """
      from unnest(:ids::text[], :versions::integer[], :origins::boolean[]) with ordinality
        as asked (id, version, shared, number)
      join content_version version
        on (version.tenant_id = :tenant or version.tenant_id = :shared)
        and (version.tenant_id = :shared) = asked.shared
        and version.kind = 'QUESTION' and version.item_id = asked.id
        and version.version = asked.version
      order by asked.number
      """;

  private static final SqlText QUESTIONS =
      SqlText.of("select version.version, version.spec " + ASKED);

  private static final SqlText SOLVED =
      SqlText.of(
          "select asked.id, asked.shared, version.version, version.spec, version.answer_key "
              + ASKED);

  private static final SqlText KEY =
      SqlText.of("select version.spec ->> 'type' as type, version.answer_key " + ASKED);

  /** A question's hints, and those of its skill as they are now. */
  private static final SqlText HINTS =
      SqlText.of(
          """
          select version.hints, (
            select trained.hints from content_item skill
            join content_version trained on trained.tenant_id = skill.tenant_id
              and (trained.tenant_id = :tenant or trained.tenant_id = :shared)
              and trained.kind = skill.kind and trained.item_id = skill.item_id
              and trained.version = skill.version
            where (skill.tenant_id = :tenant or skill.tenant_id = :shared)
              and skill.kind = 'SKILL' and skill.item_id = version.skill_id
            order by skill.tenant_id = :tenant limit 1) as of_skill
          """
              + ASKED);

  private static final SqlText SKILLS_OF_GRADE =
      SqlText.of(
          """
          select count(*) from content_item item
          where (item.tenant_id = :tenant or item.tenant_id = :shared) and item.kind = 'SKILL'
            and item.version > 0 and not item.retired and :grade = any(item.grades)
          """);

  private final TenantSql sql;

  @Inject
  CatalogStore(TenantSql sql) {
    this.sql = sql;
  }

  List<PublishedContent> page(
      ContentKind kind, ContentFilter filter, @Nullable String after, int limit) {
    return sql.with(PAGE)
        .set("shared", Tenants.SHARED)
        .set("kind", kind.name())
        .set("subject", filter.subject())
        .set("grade", filter.grade())
        .set("after", after)
        .set("limit", limit)
        .list(CatalogStore::published);
  }

  Optional<PublishedContent> find(ContentKind kind, String id) {
    return sql.with(FIND)
        .set("shared", Tenants.SHARED)
        .set("kind", kind.name())
        .set("id", id)
        .first(CatalogStore::published);
  }

  /** Those of these ids that are in force; of one id the district's own and the shared one. */
  List<PublishedContent> all(ContentKind kind, Collection<String> ids) {
    return sql.with(ALL_OF)
        .set("shared", Tenants.SHARED)
        .set("kind", kind.name())
        .set("ids", ids)
        .list(CatalogStore::published);
  }

  /** The questions of a skill that are in force, by id. */
  List<PublishedContent> ofSkill(String skill) {
    return sql.with(OF_SKILL)
        .set("shared", Tenants.SHARED)
        .set("kind", ContentKind.QUESTION.name())
        .set("skill", skill)
        .list(CatalogStore::published);
  }

  /** The items in force whose parts there are, by the parts' ids. */
  Map<String, String> owners(ContentKind kind) {
    Map<String, String> owners = new HashMap<>();
    sql.with(PARTS)
        .set("shared", Tenants.SHARED)
        .set("kind", kind.name())
        .list(row -> owners.put(row.getString("part"), row.getString("item_id")));
    return owners;
  }

  /** All that is in force, shared content first, but the tenant's own with these keys. */
  List<ContentItem> allBut(List<String> replaced) {
    return sql.with(ALL)
        .set("shared", Tenants.SHARED)
        .set("replaced", replaced)
        .list(CatalogStore::item);
  }

  /** These versions of questions, in the given order. */
  List<QuestionView> questions(List<QuestionRef> refs) {
    return asked(QUESTIONS, refs)
        .list(row -> QuestionView.of(row.getInt("version"), json(row.getString("spec"))));
  }

  /** These versions of questions with the answers that are right, in the given order. */
  List<Catalog.Solved> solved(List<QuestionRef> refs) {
    return asked(SOLVED, refs)
        .list(
            row -> {
              QuestionView question =
                  QuestionView.of(row.getInt("version"), json(row.getString("spec")));
              String key = row.getString("answer_key");
              return new Catalog.Solved(
                  new QuestionRef(
                      row.getString("id"), row.getInt("version"), row.getBoolean("shared")),
                  question,
                  key == null ? List.of() : KeyWords.of(question, json(key)));
            });
  }

  /** The key of a version of a question; nothing where it has none. */
  Optional<AnswerKey> key(QuestionRef ref) {
    return asked(KEY, List.of(ref))
        .first(
            row -> {
              String key = row.getString("answer_key");
              return key == null
                  ? Optional.<AnswerKey>empty()
                  : Optional.of(ContentReader.key(row.getString("type"), json(key)));
            })
        .orElse(Optional.empty());
  }

  /** The hints for a version of a question, by their levels; its own come before its skill's. */
  Map<String, String> hints(QuestionRef ref) {
    Map<String, String> hints = new HashMap<>();
    asked(HINTS, List.of(ref))
        .list(
            row -> {
              for (String source : new String[] {"of_skill", "hints"}) {
                String text = row.getString(source);
                if (text != null) {
                  json(text)
                      .properties()
                      .forEach(e -> hints.put(e.getKey(), e.getValue().asText()));
                }
              }
              return ref;
            });
    return hints;
  }

  int skillsOfGrade(String grade) {
    return sql.with(SKILLS_OF_GRADE)
        .set("shared", Tenants.SHARED)
        .set("grade", grade)
        .first(row -> row.getInt(1))
        .orElse(0);
  }

  private SqlCall asked(SqlText text, List<QuestionRef> refs) {
    return sql.with(text)
        .set("shared", Tenants.SHARED)
        .setEach("ids", refs, QuestionRef::id)
        .setEach("versions", refs, QuestionRef::version)
        .setEach("origins", refs, QuestionRef::shared);
  }

  private static PublishedContent published(ResultSet row) throws SQLException {
    return new PublishedContent(
        row.getString("item_id"),
        row.getInt("version"),
        row.getBoolean("shared"),
        json(row.getString("spec")));
  }

  private static ContentItem item(ResultSet row) throws SQLException {
    ContentKind kind = ContentKind.valueOf(row.getString("kind"));
    String key = row.getString("answer_key");
    String hints = row.getString("hints");
    JsonNode whole =
        ContentItem.whole(
            json(row.getString("spec")),
            key == null ? null : json(key),
            hints == null ? null : json(hints));
    String owner = row.getBoolean("shared") ? "the shared " : "the district's ";
    return ContentReader.read(kind, whole, owner + kind.plural() + "/" + whole.path("id").asText());
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
