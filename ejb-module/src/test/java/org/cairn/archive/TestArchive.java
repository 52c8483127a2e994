package org.cairn.archive;

import java.nio.file.Path;

/** The archive of tests in other components: a folder with its keys. */
public final class TestArchive {

  private TestArchive() {}

  public static Archive in(Path folder) {
    return new Archive(
        new FileObjectStore(folder.resolve("objects")),
        new KeyRing(folder.resolve("keys"), folder.resolve("master.key")));
  }
}
