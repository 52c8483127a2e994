package org.cairn.soak;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A folder that is a file system of its own, so small that a test can fill it. */
final class SmallDisk implements AutoCloseable {

  private static final byte[] PIECE = new byte[64 * 1024];

  private final Path folder;
  private final Path filler;

  private SmallDisk(Path folder) {
    this.folder = folder;
    this.filler = folder.resolve("filler");
  }

  /** Mounts it on that folder; the test is skipped for who may not mount. */
  static SmallDisk mount(Path folder, int mebibytes) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    String options = "size=" + mebibytes + "m,mode=0700";
    List<String> command = List.of("mount", "-t", "tmpfs", "-o", options, "cairn", "" + folder);
    assumeTrue(succeeds(command), "mounting a small disk needs root; it was not tested");
    return new SmallDisk(folder);
  }

  /** Takes all the room that is left. */
  void fill() throws IOException {
    try (OutputStream out = Files.newOutputStream(filler)) {
      while (folder.toFile().getUsableSpace() > 0) {
        out.write(PIECE, 0, (int) Math.min(PIECE.length, folder.toFile().getUsableSpace()));
      }
    }
  }

  boolean isFull() {
    return folder.toFile().getUsableSpace() == 0;
  }

  void free() throws IOException {
    Files.deleteIfExists(filler);
  }

  @Override
  public void close() throws IOException {
    try {
      // Lazily: whoever still has a file open keeps it until it ends.
      if (!succeeds(List.of("umount", "-l", "" + folder))) {
        throw new IOException("cannot unmount " + folder);
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean succeeds(List<String> command) throws InterruptedException {
    try {
      return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
    } catch (IOException missing) {
      return false;
    }
  }
}
