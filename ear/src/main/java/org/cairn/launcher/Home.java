package org.cairn.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Where the servers of one purpose keep their files, and where the build left what they run.
 *
 * @param root the source tree
 * @param directory what only this purpose writes to
 */
public record Home(Path root, Path directory) {

  /** The home of {@code ./cairn run}: its data stay. */
  public static Home ofRun(Path root) {
    return new Home(root, root.resolve(".cairn/run"));
  }

  /** The home of the system tests. */
  public static Home ofTests(Path root) {
    return new Home(root, root.resolve(".cairn/test"));
  }

  /** Makes the directory, open to its owner alone: it holds passwords and binaries that run. */
  public Home create() {
    try {
      Files.createDirectories(logs());
      Files.setPosixFilePermissions(
          directory.getParent(), PosixFilePermissions.fromString("rwx------"));
      return this;
    } catch (IOException denied) {
      throw new LaunchFailure("cannot write to " + directory + ": " + denied.getMessage());
    }
  }

  public Path config() {
    return root.resolve("config");
  }

  /** What the build has made. */
  public Path built(String name) {
    return root.resolve("ear/target").resolve(name);
  }

  public Path in(String name) {
    return directory.resolve(name);
  }

  public Path logs() {
    return directory.resolve("logs");
  }

  public Path log(String server) {
    return logs().resolve(server + ".log");
  }

  public PrivateFile privateFile(String name) {
    return new PrivateFile(directory.resolve(name));
  }

  /** The PostgreSQL binaries of this machine, unpacked once for every purpose. */
  Path postgresBinaries() {
    return root.resolve(".cairn/postgres");
  }

  /** Keycloak's distribution, as Maven brought it. */
  Path keycloakZip() {
    try {
      return Path.of(Files.readString(built("keycloak.path")).strip());
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }
}
