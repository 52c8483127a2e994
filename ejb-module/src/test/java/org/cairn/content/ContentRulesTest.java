package org.cairn.content;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cairn.content.ContentRules.Fault;
import org.junit.jupiter.api.Test;

class ContentRulesTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void aChoiceHasAnIdOfItsOwnAndTheKeyNamesOne() {
    ContentItem question =
        item(
            ContentKind.QUESTION,
            """
            {"id": "q", "skill": "s", "choices": [{"id": "a"}, {"id": "a"}], "key": ["a", "b"]}
            """);
    assertEquals(List.of("/choices/1/id", "/key/1"), places(ContentRules.ofOne(question)));
  }

  @Test
  void aReferenceLeadsSomewhere() {
    ContentItem path =
        item(
            ContentKind.PATH,
            """
            {"id": "p", "modules": [{"id": "m", "skills": ["here", "gone"]}]}
            """);
    assertEquals(
        List.of("/modules/0/skills/1"),
        places(ContentRules.references(path, Set.of("SKILL/here"))));
  }

  @Test
  void aModuleReferencesActivitiesThatExist() {
    ContentItem path =
        item(
            ContentKind.PATH,
            """
            {"id": "p", "modules": [{"id": "m", "skills": [], "activities": ["a", "gone"]}]}
            """);
    assertEquals(
        List.of("/modules/0/activities/1"),
        places(ContentRules.references(path, Set.of("ACTIVITY/a", "SKILL/gone"))));
  }

  @Test
  void aSecondDefinitionOfAContentIdNamesBothPlaces() {
    List<Fault> faults =
        ContentRules.ofAll(
            List.of(activity("{\"id\": \"a\"}", "one.yaml:3"), activity("{\"id\": \"a\"}", "b")));
    assertEquals(List.of("b at /id: defined in one.yaml:3, too"), told(faults));
  }

  @Test
  void aSecondDefinitionOfAnInteractionIdNamesBothPlacesWhereverItStands() {
    ContentItem first = activity("{'id': 'a', 'interactions': [{'id': 'x'}]}", "one.yaml:3");
    ContentItem other =
        activity("{'id': 'b', 'interactions': [{'id': 'y'}, {'id': 'x'}]}", "two.yaml:7");
    assertEquals(
        List.of(
            "two.yaml:7 at /interactions/1/id: defined in one.yaml:3 at /interactions/0/id, too"),
        told(ContentRules.ofAll(List.of(first, other))));
    ContentItem twice =
        activity("{'id': 'a', 'interactions': [{'id': 'x'}, {'id': 'x'}]}", "three.yaml:1");
    assertEquals(
        List.of("three.yaml:1 at /interactions/1/id: defined at /interactions/0/id, too"),
        told(ContentRules.ofAll(List.of(twice))));
  }

  @Test
  void oneDefinitionMayHaveManyReferencesAndTranslations() {
    ContentItem shown =
        activity(
            "{'id': 'a', 'interactions': [{'id': 'x'}], 'translations': {"
                + "'es': {'interactions': {'x': 'uno'}}, 'fr': {'interactions': {'x': 'un'}}}}",
            "one.yaml:3");
    ContentItem path =
        item(
            ContentKind.PATH,
            """
            {"id": "p", "modules": [{"id": "m", "activities": ["a"]},
              {"id": "n", "activities": ["a"]}]}
            """);
    assertEquals(List.of(), told(ContentRules.ofAll(List.of(shown, path))));
  }

  @Test
  void aTranslationIsOfWhatTheActivityHas() {
    ContentItem activity =
        activity(
            "{'id': 'a', 'interactions': [{'id': 'x'}],"
                + " 'translations': {'es': {'interactions': {'gone': 'uno'}}}}",
            "one.yaml:3");
    assertEquals(
        List.of("one.yaml:3 at /translations/es/interactions/gone: an interaction of its own"),
        told(ContentRules.ofAll(List.of(activity))));
  }

  @Test
  void aModuleIsInOnePathOnly() {
    ContentItem path =
        item(
            ContentKind.PATH,
            """
            {"id": "p", "modules": [{"id": "m", "skills": []}, {"id": "m", "skills": []}]}
            """);
    assertEquals(List.of("/modules/1/id"), places(ContentRules.ofOne(path)));
    assertEquals(List.of(), ContentRules.strangers(path, Map.of("m", "p")));
    assertEquals(
        List.of("/modules/0/id", "/modules/1/id"),
        places(ContentRules.strangers(path, Map.of("m", "other"))));
  }

  @Test
  void aSkillHasTheQuestionsOfALesson() {
    ContentItem skill = item(ContentKind.SKILL, "{\"id\": \"s\"}");
    assertEquals(List.of("/id"), places(ContentRules.enough(skill, 4)));
    assertEquals(List.of(), ContentRules.enough(skill, 5));
  }

  private static List<String> places(List<Fault> faults) {
    return faults.stream().map(Fault::pointer).toList();
  }

  private static List<String> told(List<Fault> faults) {
    return faults.stream().map(fault -> fault.place() + ": " + fault.reason()).toList();
  }

  private static ContentItem activity(String json, String origin) {
    return item(ContentKind.ACTIVITY, json.replace('\'', '"'), origin);
  }

  private static ContentItem item(ContentKind kind, String json) {
    return item(kind, json, "here");
  }

  private static ContentItem item(ContentKind kind, String json, String origin) {
    try {
      return ContentReader.read(kind, JSON.readTree(json), origin);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
