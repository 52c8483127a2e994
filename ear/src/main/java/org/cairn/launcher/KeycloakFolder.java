package org.cairn.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/** Keycloak's own folder, unpacked once per version, with a realm that is imported when new. */
final class KeycloakFolder {

  private final Home home;
  private final Path folder;

  KeycloakFolder(Home home) {
    this.home = home;
    this.folder = home.in("keycloak");
  }

  /** The start script of an unpacked Keycloak. */
  Path script(Progress progress) {
    Path zip = home.keycloakZip();
    PrivateFile mark = new PrivateFile(folder.resolve(".unpacked"));
    String version = zip.getFileName().toString();
    if (!mark.read().equals(Optional.of(version))) {
      progress.say("unpacking " + version);
      Folders.delete(folder);
      Folders.unzipInner(zip, folder);
      mark.write(version);
    }
    Path script = folder.resolve("bin/kc.sh");
    if (!script.toFile().setExecutable(true)) {
      throw new LaunchFailure("cannot make " + script + " executable");
    }
    return script;
  }

  /** Lays the realm out for import; a realm that differs from the last one starts afresh. */
  void lay(SampleRealm realm) {
    String json = realm.json();
    PrivateFile mark = new PrivateFile(folder.resolve(".realm"));
    String digest = digest(json);
    if (!mark.read().equals(Optional.of(digest))) {
      Folders.delete(folder.resolve("data"));
      makeFolder(folder.resolve("data/import"));
      new PrivateFile(folder.resolve("data/import/cairn-realm.json")).write(json);
      mark.write(digest);
    }
  }

  private static void makeFolder(Path path) {
    try {
      Files.createDirectories(path);
    } catch (IOException denied) {
      throw new UncheckedIOException(denied);
    }
  }

  private static String digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return new BigInteger(1, hash).toString(16);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
