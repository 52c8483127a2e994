package org.cairn.soak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * What one client has sent and what was acknowledged, on disk before it goes on: the only thing a
 * client can hold against a server that was killed.
 */
final class Journal implements AutoCloseable {

  private final FileChannel file;
  private final List<Entry> entries = new ArrayList<>();

  /**
   * An event as its sender knows it.
   *
   * @param position where the server said that it stands, 0 while it has said nothing
   */
  record Entry(String learner, String eventId, String name, long position) {

    boolean isAcknowledged() {
      return position > 0;
    }

    private Entry at(long told) {
      return new Entry(learner, eventId, name, told);
    }
  }

  Journal(Path path) {
    try {
      file = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.APPEND);
    } catch (IOException denied) {
      throw new UncheckedIOException(denied);
    }
  }

  /** Notes what is about to be sent, and answers the place of its first event. */
  synchronized int sending(List<Entry> events) {
    int first = entries.size();
    entries.addAll(events);
    StringBuilder lines = new StringBuilder();
    events.forEach(e -> lines.append("sent ").append(e.eventId()).append('\n'));
    write(lines.toString());
    return first;
  }

  /** Notes what the server has said of the events that were sent from that place on. */
  synchronized void acknowledged(int first, List<Long> positions) {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < positions.size(); i++) {
      Entry entry = entries.get(first + i).at(positions.get(i));
      entries.set(first + i, entry);
      lines.append("stored ").append(entry.eventId()).append(' ').append(entry.position());
      lines.append('\n');
    }
    write(lines.toString());
  }

  synchronized List<Entry> entries() {
    return List.copyOf(entries);
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void write(String lines) {
    try {
      file.write(ByteBuffer.wrap(lines.getBytes(StandardCharsets.UTF_8)));
      file.force(false);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
