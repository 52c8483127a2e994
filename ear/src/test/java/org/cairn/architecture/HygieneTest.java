package org.cairn.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What belongs to one machine or one network stays out of the tree. */
class HygieneTest {

  /** Where packages come from is the builder's setting, not the project's. */
  private static final Pattern REGISTRY =
      Pattern.compile(
          "\\b(repo1?\\.maven|central\\.sonatype|oss\\.sonatype|plugins\\.gradle|registry\\.npmjs"
              + "|registry\\.yarnpkg|pypi\\.org|python[h]osted|ghcr\\.io|quay\\.io|docker\\.io"
              + "|proxy\\.golang|deb\\.debian|jitpack\\.io|artifactory\\.)");

  private static final Pattern MACHINE =
      Pattern.compile("(?<![\\w.:/@~$}%*-])/(root|work|home/\\w+|Users/\\w+)/|[A-Z]:\\\\Users");

  @Test
  void nothingNamesARegistryOrAMachine() throws IOException, InterruptedException {
    List<Path> files = files();
    assumeTrue(!files.isEmpty(), "not a git work tree");
    assertTrue(files.size() > 100, () -> "only " + files.size() + " files");
    List<String> found = new ArrayList<>();
    for (Path file : files) {
      byte[] bytes = Files.readAllBytes(Project.file("").resolve(file));
      if (isText(bytes)) {
        find(new String(bytes, StandardCharsets.UTF_8)).forEach(at -> found.add(file + ": " + at));
      }
    }
    assertEquals(List.of(), found);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<url>https://repo1%maven.org/maven2</url>",
        "\"resolved\": \"https://registry%npmjs.org/x\"",
        "FROM quay%io/keycloak",
        "see %/w~ork/notes.md",
        "cd %/home/me/cairn",
        "cp %/root/.m2"
      })
  void aHostOrAPathOfAMachineIsFound(String disguised) {
    String text = disguised.replace("~", "").replace("%/", "/").replace('%', '.');
    assertEquals(1, find(text).size(), text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://maven.apache.org/POM/4.0.0",
        "~/.m2/settings.xml",
        "target/work/x",
        "/api"
      })
  void whatIsTheSameEverywherePasses(String text) {
    assertEquals(List.of(), find(text));
  }

  private static List<String> find(String text) {
    List<String> found = new ArrayList<>();
    for (Pattern pattern : List.of(REGISTRY, MACHINE)) {
      Matcher matcher = pattern.matcher(text);
      while (matcher.find()) {
        found.add(matcher.group());
      }
    }
    return found;
  }

  private static boolean isText(byte[] bytes) {
    for (byte each : bytes) {
      if (each == 0) {
        return false;
      }
    }
    return true;
  }

  /** What is committed or would be; nothing where git or its folder is missing. */
  private static List<Path> files() throws IOException, InterruptedException {
    if (!Files.exists(Project.file(".git"))) {
      return List.of();
    }
    try {
      Process git =
          new ProcessBuilder("git", "ls-files", "-z", "-co", "--exclude-standard")
              .directory(Project.file("").toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String names = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return git.waitFor() == 0
          ? names
              .lines()
              .flatMap(line -> List.of(line.split("\0")).stream())
              .map(Path::of)
              .filter(path -> Files.isRegularFile(Project.file("").resolve(path)))
              .toList()
          : List.of();
    } catch (IOException e) {
      return List.of();
    }
  }
}
