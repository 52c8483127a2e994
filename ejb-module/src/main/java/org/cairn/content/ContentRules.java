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
  record Fault(ContentItem item, String pointer, String reason) {

    String place() {
      return item.placeOf(pointer);
    }
  }

  private record Part(ContentItem owner, Named named) {

    String place() {
      return owner.placeOf(named.pointer());
    }
  }

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
    Map<String, Named> parts = new HashMap<>();
    for (Named part : item.parts()) {
      Named first = parts.putIfAbsent(part.id(), part);
      if (first != null) {
        faults.add(new Fault(item, part.pointer(), "defined at " + first.pointer() + ", too"));
      }
    }
    faults.addAll(translations(item, parts.keySet()));
    return faults;
  }

  /**
   * References of one item that lead nowhere.
   *
   * @param known keys of what exists, as {@link Named#key} writes them
   */
  static List<Fault> references(ContentItem item, Set<String> known) {
    return item.references().stream()
        .filter(named -> !known.contains(named.key()))
        .map(named -> new Fault(item, named.pointer(), "the id of " + some(named.kind())))
        .toList();
  }

  /**
   * Parts of one item that another has.
   *
   * @param owners the ids of the items whose parts there are, by the parts' ids
   */
  static List<Fault> strangers(ContentItem item, Map<String, String> owners) {
    return item.parts().stream()
        .filter(part -> !owners.getOrDefault(part.id(), item.id()).equals(item.id()))
        .map(
            part ->
                new Fault(
                    item,
                    part.pointer(),
                    "defined in " + item.kind().plural() + "/" + owners.get(part.id()) + ", too"))
        .toList();
  }

  /** Translations of what the item does not have. */
  private static List<Fault> translations(ContentItem item, Set<String> parts) {
    return item.translated().stream()
        .filter(named -> !parts.contains(named.id()))
        .map(named -> new Fault(item, named.pointer(), "an interaction of its own"))
        .toList();
  }

  private static String some(ContentKind kind) {
    return (kind == ContentKind.ACTIVITY ? "an activity" : "a skill") + " that exists";
  }

  /** What is wrong with the content of all files together. */
  static List<Fault> ofAll(List<ContentItem> items) {
    List<Fault> faults = new ArrayList<>();
    Set<String> known = new HashSet<>();
    Map<String, Integer> questions = new HashMap<>();
    for (ContentItem item : items) {
      known.add(item.itemKey());
      if (item.skill() != null) {
        questions.merge(item.skill(), 1, Integer::sum);
      }
    }
    faults.addAll(duplicates(items));
    for (ContentItem item : items) {
      faults.addAll(ofOne(item));
      faults.addAll(references(item, known));
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
    Map<String, Part> parts = new HashMap<>();
    for (ContentItem item : items) {
      ContentItem first = ids.putIfAbsent(item.itemKey(), item);
      if (first != null) {
        faults.add(new Fault(item, "/id", "defined in " + first.origin() + ", too"));
      }
      for (Named part : item.parts()) {
        Part other = parts.putIfAbsent(part.key(), new Part(item, part));
        if (other != null && !other.owner().equals(item)) {
          faults.add(new Fault(item, part.pointer(), "defined in " + other.place() + ", too"));
        }
      }
    }
    return faults;
  }
}
