package org.cairn.content;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cairn.content.ContentItem.Named;

/** What the JSON Schema cannot see: whether pieces of content fit together. */
final class ContentRules {

  /** How many questions a lesson asks, and a skill therefore needs. */
  static final int QUESTIONS_OF_A_LESSON = 5;

  private ContentRules() {}

  /**
   * Something wrong.
   *
   * @param item where it is
   * @param pointer the place in the item
   */
  record Fault(ContentItem item, String pointer, String reason) {}

  /** What is wrong with one item by itself. */
  static List<Fault> ofOne(ContentItem item) {
    List<Fault> faults = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < item.choices().size(); i++) {
      if (!seen.add(item.choices().get(i))) {
        faults.add(new Fault(item, "/choices/" + i + "/id", "two choices have this id"));
      }
    }
    for (int i = 0; i < item.rightChoices().size(); i++) {
      if (!seen.contains(item.rightChoices().get(i))) {
        faults.add(new Fault(item, "/key/" + i, "the id of a choice"));
      }
    }
    Set<String> parts = new HashSet<>();
    for (Named part : item.parts()) {
      if (!parts.add(part.id())) {
        faults.add(new Fault(item, part.pointer(), "two modules have this id"));
      }
    }
    return faults;
  }

  /** References of one item that lead nowhere. */
  static List<Fault> references(ContentItem item, Set<String> skills) {
    return item.references().stream()
        .filter(named -> !skills.contains(named.id()))
        .map(named -> new Fault(item, named.pointer(), "the id of a skill that exists"))
        .toList();
  }

  /** Modules of a path that another path has. */
  static List<Fault> strangers(ContentItem item, Map<String, String> pathOfModule) {
    return item.parts().stream()
        .filter(part -> !pathOfModule.getOrDefault(part.id(), item.id()).equals(item.id()))
        .map(part -> new Fault(item, part.pointer(), "an id that no other path's module has"))
        .toList();
  }

  /** What is wrong with the content of all files together. */
  static List<Fault> ofAll(List<ContentItem> items) {
    List<Fault> faults = new ArrayList<>();
    Set<String> skills = new HashSet<>();
    Map<String, Integer> questions = new HashMap<>();
    for (ContentItem item : items) {
      if (item.kind() == ContentKind.SKILL) {
        skills.add(item.id());
      } else if (item.skill() != null) {
        questions.merge(item.skill(), 1, Integer::sum);
      }
    }
    faults.addAll(duplicates(items));
    for (ContentItem item : items) {
      faults.addAll(ofOne(item));
      faults.addAll(references(item, skills));
      if (item.kind() == ContentKind.SKILL) {
        faults.addAll(enough(item, questions.getOrDefault(item.id(), 0)));
      }
    }
    return faults;
  }

  /** Whether a skill has the questions of a lesson. */
  static List<Fault> enough(ContentItem skill, int questions) {
    return questions >= QUESTIONS_OF_A_LESSON
        ? List.of()
        : List.of(
            new Fault(
                skill,
                "/id",
                "a skill with at least "
                    + QUESTIONS_OF_A_LESSON
                    + " questions; it has "
                    + questions));
  }

  private static List<Fault> duplicates(List<ContentItem> items) {
    List<Fault> faults = new ArrayList<>();
    Map<String, ContentItem> ids = new HashMap<>();
    Map<String, ContentItem> modules = new HashMap<>();
    for (ContentItem item : items) {
      ContentItem first = ids.putIfAbsent(item.kind() + "/" + item.id(), item);
      if (first != null) {
        faults.add(new Fault(item, "/id", "defined in " + first.origin() + ", too"));
      }
      for (Named part : item.parts()) {
        ContentItem other = modules.putIfAbsent(part.id(), item);
        if (other != null && !other.equals(item)) {
          faults.add(new Fault(item, part.pointer(), "defined in " + other.origin() + ", too"));
        }
      }
    }
    return faults;
  }
}
