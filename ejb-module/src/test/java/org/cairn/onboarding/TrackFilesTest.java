package org.cairn.onboarding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
