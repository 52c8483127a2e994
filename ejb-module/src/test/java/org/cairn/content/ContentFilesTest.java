package org.cairn.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentFilesTest {

  private static final Path SHIPPED = Path.of(System.getProperty("cairn.config"), "content");
  private static final String SKILL =
      """
      skills:
        - id: add
          subject: Math
          grades: ["01"]
          title: Add
      questions:
      """;

  @TempDir private Path folder;

  @BeforeEach
  void schemaShips() throws IOException {
    Files.copy(SHIPPED.resolve(ContentFiles.SCHEMA), folder.resolve(ContentFiles.SCHEMA));
  }

  @Test
  void theContentThatShipsIsValid() {
    assertEquals(List.of(), new ContentFiles(SHIPPED).read().refused());
  }

  @ParameterizedTest
  @CsvSource({"KG", "01", "02", "03", "04", "09", "10"})
  void eachGradeHasThreeLessonsOfDifferentQuestionsInEachSubject(String grade) {
    List<ContentItem> items = new ContentFiles(SHIPPED).read().items();
    for (Subject subject : Subject.values()) {
      ContentItem skill =
          items.stream()
              .filter(i -> i.kind() == ContentKind.SKILL && i.grades().contains(grade))
              .filter(i -> subject.label().equals(i.subject()))
              .findFirst()
              .orElseThrow();
      long questions = items.stream().filter(i -> skill.id().equals(i.skill())).count();
      assertTrue(questions >= 15, () -> skill.id() + " has " + questions);
    }
  }

  @Test
  void everyKeyThatShipsAcceptsItsOwnAnswer() {
    List<ContentItem> questions =
        new ContentFiles(SHIPPED)
            .read().items().stream().filter(i -> i.kind() == ContentKind.QUESTION).toList();
    assertTrue(questions.size() >= 180, () -> "only " + questions.size());
    for (ContentItem question : questions) {
      JsonNode key = Objects.requireNonNull(question.key(), question.id());
      String type = question.spec().get("type").asText();
      List<String> answer =
          switch (type) {
            case "numeric" -> List.of(key.get("value").asText());
            case "true-false" -> List.of(key.asText());
            case "short-text" -> List.of(key.get(0).asText());
            default -> ContentReader.texts(key);
          };
      assertTrue(ContentReader.key(type, key).accepts(answer), question::id);
    }
  }

  @Test
  void whatEverybodySeesHasNoKey() {
    new ContentFiles(SHIPPED)
        .read()
        .items()
        .forEach(item -> assertTrue(!item.spec().has("key"), item::id));
  }

  @Test
  void aWrongFileIsNamedWithItsLineAndTheOthersAreRead() throws IOException {
    write("good.yaml", SKILL + questions("add", 5));
    write("wrong.yaml", "careers:\n  - id: pilot\n    titel: Pilot\n");
    ContentFiles.Found found = new ContentFiles(folder).read();
    assertEquals(6, found.items().size());
    assertTrue(
        found.refused().stream().anyMatch(l -> l.startsWith("wrong.yaml:3: /careers/0/titel: ")),
        found.refused()::toString);
  }

  @Test
  void aSkillNeedsFiveQuestions() throws IOException {
    write("few.yaml", SKILL + questions("add", 4));
    assertEquals(
        List.of("few.yaml:2: /skills/0/id: a skill with at least 5 questions; it has 4"),
        new ContentFiles(folder).read().refused());
  }

  @Test
  void anIdIsDefinedOnceAndBothPlacesAreNamed() throws IOException {
    write("a.yaml", SKILL + questions("add", 5));
    write("b.yaml", "questions:\n" + questions("add", 1));
    ContentFiles.Found found = new ContentFiles(folder).read();
    assertEquals(List.of("b.yaml:2: /questions/0/id: defined in a.yaml:7, too"), found.refused());
    assertEquals(6, found.items().size());
  }

  @Test
  void whatNamesARefusedSkillIsRefusedToo() throws IOException {
    write("a.yaml", SKILL + questions("add", 4));
    write("b.yaml", "questions:\n" + questions("add", 1).replace("add.0", "more"));
    write("c.yaml", "careers:\n  - {id: pilot, title: Pilot}\n");
    write(
        "z.yaml",
        """
        paths:
          - id: p
            title: P
            grades: [KG]
            modules:
              - {id: m, title: M, skills: [gone]}
        """);
    ContentFiles.Found found = new ContentFiles(folder).read();
    assertEquals(
        List.of("z.yaml:6: /paths/0/modules/0/skills/0: the id of a skill that exists"),
        found.refused().stream().filter(l -> l.startsWith("z")).toList());
    assertEquals(
        List.of("add", "add.0", "add.1", "add.2", "add.3", "more", "pilot"),
        found.items().stream().map(ContentItem::id).sorted().toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "type: numeric, key: {value: 3}|type: multiple-choice, choices: [{id: a, text: A},"
            + " {id: b, text: B}], key: [c]|/questions/0/key/0",
        "type: numeric, key: {value: 3}|type: numeric, key: three|/questions/0/key",
        "type: numeric, key: {value: 3}|type: true-false, key: [a]|/questions/0/key",
        "type: numeric, key: {value: 3}|type: short-text, key: [' ']|/questions/0/key/0",
        "type: numeric, key: {value: 3}|type: open, key: x|/questions/0/key",
        "type: numeric, key: {value: 3}|type: numeric|/questions/0"
      })
  void aKeyFitsTheType(String good, String bad, String place) throws IOException {
    write(
        "key.yaml",
        SKILL + questions("add", 5).replaceFirst(java.util.regex.Pattern.quote(good), bad));
    List<String> refused = new ContentFiles(folder).read().refused();
    assertTrue(refused.stream().anyMatch(l -> l.contains(" " + place + ": ")), refused::toString);
  }

  private static String questions(String skill, int count) {
    StringBuilder yaml = new StringBuilder();
    IntStream.range(0, count)
        .forEach(
            i ->
                yaml.append("  - {id: ")
                    .append(skill)
                    .append('.')
                    .append(i)
                    .append(", skill: ")
                    .append(skill)
                    .append(
                        ", prompt: '1 + 2', expectedTime: 9, type: numeric, key: {value: 3}}\n"));
    return yaml.toString();
  }

  private void write(String name, String content) throws IOException {
    Files.writeString(folder.resolve(name), content);
  }
}
