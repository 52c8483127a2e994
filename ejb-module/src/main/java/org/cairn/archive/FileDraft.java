package org.cairn.archive;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.cairn.archive.ObjectStore.Given;

/**
 * An object's file before it is in its place; what was not moved there is gone when it is closed.
 */
final class FileDraft implements AutoCloseable {

  private final Path draft;
  private final FileChannel channel;

  private FileDraft(Path draft) throws IOException {
    this.draft = draft;
    this.channel = FileChannel.open(draft, StandardOpenOption.WRITE);
  }

  static FileDraft in(Path folder) throws IOException {
    return new FileDraft(Files.createTempFile(folder, "put-", ".tmp"));
  }

  /** Writes the object, which the disk does not have to know yet. */
  FileHeader write(Given given) throws IOException {
    channel.write(ByteBuffer.allocate(FileHeader.LENGTH));
    // Not to be closed here: the channel is still needed.
    OutputStream bytes = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
    MeasuredOutput measured = new MeasuredOutput(bytes);
    given.content().writeTo(measured);
    measured.flush();
    FileHeader header = new FileHeader(measured.sha256(), measured.size(), given.mediaType());
    if (given.sha256() != null && !given.sha256().equals(header.sha256())) {
      throw StorageOutage.damaged();
    }
    channel.write(header.bytes(), 0);
    return header;
  }

  void force() throws IOException {
    channel.force(true);
  }

  void moveTo(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void close() throws IOException {
    channel.close();
    Files.deleteIfExists(draft);
  }
}
