package org.cairn.onboarding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TrackFilesTest {

  private static final Path SHIPPED = Path.of(System.getProperty("cairn.config"), "tracks");
  private static final String GOOD =
      """
      key: good
      name: Good
      steps:
        - key: one
          title: One
          completion: {eventName: a.one}
      """;

  @TempDir private Path folder;

  @BeforeEach
  void schemaShips() throws IOException {
    Files.copy(SHIPPED.resolve(TrackFiles.SCHEMA), folder.resolve(TrackFiles.SCHEMA));
  }

  @Test
  void theTracksThatShipAreValid() {
    TrackFiles.Found found = new TrackFiles(SHIPPED).read();
    assertEquals(List.of(), found.refused());
    assertTrue(found.definitions().size() >= 2);
  }

  @Test
  void theFirstStepsPayOneHundredAndSixtyInAll() {
    Track track =
        new TrackFiles(SHIPPED)
            .read().definitions().stream()
                .filter(definition -> definition.key().equals("first-steps"))
                .map(definition -> TrackReader.read(definition.spec()))
                .findFirst()
                .orElseThrow();
    assertEquals(160, track.totalXp());
  }

  @Test
  void aWrongFileIsNamedWithItsLineAndTheOthersAreRead() throws IOException {
    write("good.yaml", GOOD);
    write("broken.yaml", "key: x\nname: [unclosed\n");
    TrackFiles.Found found = new TrackFiles(folder).read();
    assertEquals(List.of("good"), found.definitions().stream().map(TrackDefinition::key).toList());
    assertTrue(found.refused().get(0).matches("broken.yaml:2: [^\n]+"), found.refused()::toString);
  }

  @Test
  void whatBreaksTheSchemaIsNamedByItsPlace() throws IOException {
    write("count.yaml", GOOD.replace("{eventName: a.one}", "{kind: count, eventName: a.one}"));
    write("later.yaml", GOOD + "prerequisite: []\n");
    List<String> refused = new TrackFiles(folder).read().refused();
    assertTrue(
        refused.stream().anyMatch(l -> l.contains("count.yaml:6: /steps/0/completion")),
        refused::toString);
    assertTrue(
        refused.stream().anyMatch(l -> l.contains("later.yaml:7: /prerequisite")),
        refused::toString);
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void whatTheSchemaCannotSayIsNamedByItsPlace(String second, String place) throws IOException {
    write("good.yaml", GOOD);
    write("wrong.yaml", GOOD.replace("key: good", "key: wrong") + second);
    TrackFiles.Found found = new TrackFiles(folder).read();
    assertEquals(List.of("good"), found.definitions().stream().map(TrackDefinition::key).toList());
    assertTrue(found.refused().get(0).contains("wrong.yaml:" + place), found.refused()::toString);
  }

  static Stream<Arguments> mistakes() {
    String step = "  - key: two\n    title: Two\n    completion: {eventName: a.two}\n";
    return Stream.of(
        arguments(step.replace("two\n", "one\n"), "7: /steps/1/key: two steps"),
        arguments(
            step + "    prerequisites: [{kind: step_completed, stepKey: three}]\n",
            "10: /steps/1/prerequisites/0/stepKey: the key of another step"),
        arguments(
            step + "    prerequisites: [{kind: branch_selected, stepKey: one, branchKey: x}]\n",
            "10: /steps/1/prerequisites/0/branchKey: the key of a branch"),
        arguments(
            step + "    prerequisites: [{kind: branch_selected, stepKey: one}]\n",
            "10: /steps/1/prerequisites/0"),
        arguments(
            step + "    branches: [{key: x}, {key: x, when: {eventName: a.two}}]\n",
            "10: /steps/1/branches/1/key: two branches"),
        arguments(
            step + "    branches: [{key: x}, {key: y}]\n",
            "10: /steps/1/branches/1: only one branch without when"),
        arguments(
            step + "    branches: [{key: x, blockStepIds: [two]}]\n",
            "10: /steps/1/branches/0/blockStepIds/0: the key of another step"),
        arguments(
            step.replace(
                "{eventName: a.two}",
                "{kind: time_window, eventName: a.two, availableAfterHours: 9,"
                    + " withinHoursOfStart: 9}"),
            "9: /steps/1/completion/withinHoursOfStart: more than"),
        arguments(
            step.replace("{eventName: a.two}", "{kind: srs_mastery, eventName: a.two}"),
            "9: /steps/1/completion"),
        arguments(
            step + "    availability: {dueWithinHours: 0}\n",
            "10: /steps/1/availability/dueWithinHours"),
        arguments(
            step
                + "    prerequisites: [{kind: step_completed, stepKey: three}]\n"
                + step.replace("two", "three")
                + "    prerequisites: [{kind: step_completed, stepKey: two}]\n",
            "10: /steps/1/prerequisites: steps that don't wait for each other in a circle"));
  }

  @Test
  void aKeyIsDefinedOnce() throws IOException {
    write("a.yaml", GOOD);
    write("b.yaml", GOOD);
    assertEquals(
        List.of("b.yaml:1: /key: another file defines this track"),
        new TrackFiles(folder).read().refused());
  }

  private void write(String name, String content) throws IOException {
    Files.writeString(folder.resolve(name), content);
  }
}
