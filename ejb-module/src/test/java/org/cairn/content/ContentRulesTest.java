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
        List.of("/modules/0/skills/1"), places(ContentRules.references(path, Set.of("here"))));
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

  private static ContentItem item(ContentKind kind, String json) {
    try {
      return ContentReader.read(kind, JSON.readTree(json), "here");
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
