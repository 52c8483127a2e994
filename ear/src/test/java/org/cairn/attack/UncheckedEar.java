package org.cairn.attack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.cairn.launcher.Home;

/**
 * The EAR that ships with the application's own checks of tenant and relation taken out of its
 * classes, so that row-level security stands alone. Made from the sources, for tests only: nothing
 * that ships can be switched.
 */
final class UncheckedEar {

  private static final String DOMAIN = "ejb-module.jar";

  /** What is taken out: a text that stands in the source once, and what takes its place. */
  private record Cut(String source, String text, String instead) {}

  private static final List<Cut> CUTS =
      List.of(
          new Cut(
              "org/cairn/access/RelationRule.java",
              "return seesTheWholeTenant(caller)\n",
              "return true || seesTheWholeTenant(caller)\n"),
          new Cut(
              "org/cairn/access/AudienceRule.java",
              "return caller.is(Roles.TEACHER)",
              "return true || caller.is(Roles.TEACHER)"),
          new Cut(
              "org/cairn/access/VisibleScope.java",
              ".map(byRole::get)",
              ".map(role -> everyone())"),
          new Cut(
              "org/cairn/caller/SqlText.java",
              "Matcher matcher = PARAMETER.matcher(text);",
              "Matcher matcher = PARAMETER.matcher("
                  + "text = text.replaceAll(\"(\\\\w+\\\\.)?tenant_id (= :tenant|in \\\\(:tenant[^)]*\\\\))\", \"($0 or true)\"));"));

  private UncheckedEar() {}

  static Path make(Home home) {
    Path folder = home.in("cut");
    try {
      Files.createDirectories(folder.resolve("sources"));
      Path ear = copy(home.built("cairn.ear"), folder.resolve("unchecked.ear"));
      Path classes = compile(folder, cut(home, folder));
      try (FileSystem archive = FileSystems.newFileSystem(ear)) {
        Path jar = copy(archive.getPath(DOMAIN), folder.resolve(DOMAIN));
        replace(jar, classes);
        copy(jar, archive.getPath(DOMAIN));
      }
      return ear;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static List<Path> cut(Home home, Path folder) throws IOException {
    for (Cut cut : CUTS) {
      Path source = home.root().resolve("ejb-module/src/main/java").resolve(cut.source());
      String text = Files.readString(source);
      if (text.split(java.util.regex.Pattern.quote(cut.text()), -1).length != 2) {
        throw new IllegalStateException(source + " has not once: " + cut.text());
      }
      Path changed = folder.resolve("sources").resolve(source.getFileName());
      Files.writeString(changed, text.replace(cut.text(), cut.instead()));
    }
    return CUTS.stream()
        .map(cut -> folder.resolve("sources").resolve(Path.of(cut.source()).getFileName()))
        .toList();
  }

  private static Path compile(Path folder, List<Path> sources) throws IOException {
    Path classes = Files.createDirectories(folder.resolve("classes"));
    List<String> options =
        Stream.concat(
                Stream.of("-proc:none", "-nowarn", "--release", "17", "-d", classes.toString()),
                sources.stream().map(Path::toString))
            .toList();
    int failed =
        ToolProvider.getSystemJavaCompiler().run(null, null, null, options.toArray(String[]::new));
    if (failed != 0) {
      throw new IllegalStateException("The cut sources do not compile");
    }
    return classes;
  }

  private static void replace(Path jar, Path classes) throws IOException {
    try (FileSystem archive = FileSystems.newFileSystem(jar);
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = classes.relativize(file).toString();
        if (Files.notExists(archive.getPath(name))) {
          throw new IllegalStateException("The EAR has no " + name);
        }
        copy(file, archive.getPath(name));
      }
    }
  }

  private static Path copy(Path from, Path to) throws IOException {
    return Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
  }
}
