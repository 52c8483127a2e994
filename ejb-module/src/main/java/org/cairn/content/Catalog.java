package org.cairn.content;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The content in force, for the components that teach with it. Keys stay behind it, but for {@link
 * #solved}.
 */
@Singleton
public class Catalog {

  /**
   * A question with the answers that are right: for those who teach, never for learners.
   *
   * @param right in words: all of the right choices, or each accepted form; none without a key
   */
  public record Solved(QuestionRef ref, QuestionView question, List<String> right) {}

  private final CatalogStore store;

  @Inject
  Catalog(CatalogStore store) {
    this.store = store;
  }

  /** A skill that lessons can train. */
  public Optional<SkillView> skill(String id) {
    return store.find(ContentKind.SKILL, id).map(Catalog::skill);
  }

  /** The skills of a grade, each once, by id. */
  public List<SkillView> skillsOf(String grade) {
    ContentFilter ofGrade = new ContentFilter(null, grade, null, null);
    Set<String> seen = new HashSet<>();
    return store.page(ContentKind.SKILL, ofGrade, null, Integer.MAX_VALUE).stream()
        .filter(found -> seen.add(found.id()))
        .map(Catalog::skill)
        .toList();
  }

  /**
   * What is published under these ids, of one id the district's own; what is not in force any more
   * is left out.
   */
  public Map<String, PublishedContent> published(ContentKind kind, Collection<String> ids) {
    return store.all(kind, ids).stream()
        .collect(
            Collectors.toMap(
                PublishedContent::id, Function.identity(), (a, b) -> a.shared() ? b : a));
  }

  /** These versions of questions with the answers that are right, in the given order. */
  public List<Solved> solved(List<QuestionRef> refs) {
    return store.solved(refs);
  }

  /** Whether learners can choose this career. */
  public boolean hasCareer(String id) {
    return store.find(ContentKind.CAREER, id).isPresent();
  }

  /** The questions of a skill, in the versions in force, by id. */
  public List<QuestionRef> questionsOf(String skill) {
    return store.ofSkill(skill).stream()
        .map(found -> new QuestionRef(found.id(), found.version(), found.shared()))
        .toList();
  }

  /** How many skills there are for a grade. */
  public int skillsOfGrade(String grade) {
    return store.skillsOfGrade(grade);
  }

  /** These versions of questions, in the given order. */
  public List<QuestionView> questions(List<QuestionRef> refs) {
    return store.questions(refs);
  }

  /**
   * The hints that there are for a version of a question, by their levels: {@code encouragement},
   * {@code subtle}, {@code clear}, {@code example}, {@code answer}.
   */
  public Map<String, String> hints(QuestionRef asked) {
    return store.hints(asked);
  }

  /**
   * Whether an answer is right by the key of the version that was asked; nothing where it has none.
   *
   * @param answer one text, or the ids of all chosen choices; a number or truth value as JSON
   *     writes it
   */
  public Optional<Boolean> judge(QuestionRef asked, List<String> answer) {
    return store.key(asked).map(key -> key.accepts(answer));
  }

  private static SkillView skill(PublishedContent found) {
    JsonNode spec = found.content();
    return new SkillView(
        found.id(),
        spec.get("subject").asText(),
        ContentReader.texts(spec.get("grades")),
        spec.get("title").asText());
  }
}
