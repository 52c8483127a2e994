package org.cairn.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SizeTest {

  private static final int LONGEST_CLASS = 300;
  private static final int LONGEST_METHOD = 30;
  private static final int LONGEST_ARTIFACT = 40;
  private static final int MEDIAN = 50;

  private static final List<SourceFile> MAIN =
      Stream.of("ejb-module", "batch-module", "web-module", "ear")
          .map(module -> Project.files(module + "/src/main/java", ".java"))
          .flatMap(paths -> SourceFile.read(paths).stream())
          .toList();

  @Test
  void classesAndMethodsAreShort() {
    assertTrue(MAIN.size() > 150, () -> "only " + MAIN.size() + " files");
    assertEquals(List.of(), tooLong(MAIN));
  }

  @Test
  void theMedianClassIsShort() {
    assertTrue(median(MAIN) <= MEDIAN, () -> "the median is " + median(MAIN));
  }

  @Test
  void batchArtifactsAreThin() {
    List<SourceFile> artifacts =
        MAIN.stream().filter(source -> source.name().startsWith("batch-module")).toList();
    assertTrue(artifacts.size() >= 5, artifacts::toString);
    assertEquals(List.of(), tooThick(artifacts));
  }

  @Test
  void aLongClassIsFound() {
    String text = "class Long {\n" + "  int x;\n".repeat(299) + "}\n";
    assertEquals(List.of("Long.java has 301 lines"), tooLong(List.of(file("Long", text))));
    assertEquals(List.of(), tooLong(List.of(file("Long", text.replaceFirst("  int x;\n", "")))));
  }

  @Test
  void aLongMethodIsFoundAlsoInANestedClass() {
    String text = "class A { class B {\n  void m() {\n" + "    m();\n".repeat(29) + "  }\n} }\n";
    assertEquals(List.of("A.java: m has 31 lines"), tooLong(List.of(file("A", text))));
    assertEquals(List.of(), tooLong(List.of(file("A", text.replaceFirst("    m\\(\\);\n", "")))));
  }

  @Test
  void aThickArtifactIsFound() {
    SourceFile thick = file("Job", "import a.B;\nclass Job {\n" + "  int x;\n".repeat(39) + "}\n");
    assertEquals(List.of("Job.java is 41 lines thick"), tooThick(List.of(thick)));
  }

  @Test
  void aFileThatCannotBeMeasuredIsNoEmptyOne() {
    SourceFile measured = SourceFile.read(List.of(ownSource())).get(0);
    assertFalse(measured.bodies().isEmpty());
    assertTrue(measured.typeLines() < measured.lines());
  }

  private static List<String> tooLong(List<SourceFile> sources) {
    List<String> found = new ArrayList<>();
    for (SourceFile source : sources) {
      if (source.lines() > LONGEST_CLASS) {
        found.add(source.name() + " has " + source.lines() + " lines");
      }
      source
          .bodies()
          .forEach(
              (method, lines) -> {
                if (lines > LONGEST_METHOD) {
                  found.add(source.name() + ": " + method + " has " + lines + " lines");
                }
              });
    }
    return found;
  }

  private static List<String> tooThick(List<SourceFile> artifacts) {
    return artifacts.stream()
        .filter(source -> source.typeLines() > LONGEST_ARTIFACT)
        .map(source -> source.name() + " is " + source.typeLines() + " lines thick")
        .toList();
  }

  private static int median(List<SourceFile> sources) {
    return sources.stream().map(SourceFile::lines).sorted().toList().get(sources.size() / 2);
  }

  private static SourceFile file(String name, String text) {
    return SourceFile.of(name + ".java", text);
  }

  private static Path ownSource() {
    return Project.file("ear/src/test/java/org/cairn/architecture/SizeTest.java");
  }
}
