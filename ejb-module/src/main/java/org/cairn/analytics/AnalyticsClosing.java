package org.cairn.analytics;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cairn.analytics.ClosingStore.Closing;
import org.cairn.analytics.ClosingStore.Line;
import org.cairn.analytics.ClosingTask.Kind;
import org.cairn.archive.Archive;
import org.cairn.archive.Container;
import org.cairn.archive.ObjectPath;
import org.cairn.archive.PackedLines;
import org.cairn.archive.StoredObject;
import org.cairn.caller.Roles;

/**
 * Sees a district's months of long ago out: closes them to the feed, sums them up, archives them.
 * Every task is small, does its part in one transaction and leaves figures as they are; what the
 * next one is, the database says, so that whoever comes after a crash goes on.
 */
@Stateless
@RolesAllowed(Roles.SYSTEM)
public class AnalyticsClosing {

  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyy-MM");
  private static final SecureRandom RANDOM = new SecureRandom();

  @Inject private ClosingStore store;
  @Inject private FactStore facts;
  @Inject private Months months;
  @Inject private Archive archive;
  @Inject private Clock clock;

  /** About how many tasks there are. */
  public long total() {
    LocalDate before = before();
    int closing = store.toClose(before).size();
    return (closing > 0 ? 1 : 0) + 2L * closing + store.rows(before) / months.lines();
  }

  /** The next thing to do, if there is one. */
  public Optional<ClosingTask> next() {
    List<LocalDate> open = store.toClose(before());
    return open.isEmpty()
        ? store.oldest().map(AnalyticsClosing::task)
        : Optional.of(new ClosingTask(Kind.CLOSE, open.get(0)));
  }

  /** Does it. */
  public void take(ClosingTask task) {
    switch (task.kind()) {
      case CLOSE -> close();
      case ROLL_UP -> rollUp(store.hold(task.month()));
      case ARCHIVE -> archive(store.hold(task.month()));
    }
  }

  /** Forgets the sums of months that nobody keeps any more; answers how many rows they had. */
  public int forget() {
    return store.forget(months.rules().forgottenBefore(clock.instant()));
  }

  private static ClosingTask task(Closing closing) {
    return new ClosingTask(closing.isRolled() ? Kind.ARCHIVE : Kind.ROLL_UP, closing.month());
  }

  private void close() {
    List<LocalDate> open = store.toClose(before());
    store.close(open, open.stream().map(month -> salt()).toList(), clock.instant());
  }

  private void rollUp(Closing closing) {
    UUID after = closing.rolledThrough() == null ? ClosingStore.FIRST : closing.rolledThrough();
    Optional<UUID> more = store.through(closing.month(), after, months.learners());
    UUID through = more.orElse(ClosingStore.LAST);
    facts.rollUp(closing.month(), after, through);
    store.rolled(closing.month(), through, more.isPresent() ? null : clock.instant());
  }

  private void archive(Closing closing) {
    List<Line> lines = store.lines(closing, months.lines());
    if (!lines.isEmpty()) {
      store.archived(closing, lines, stored(closing, lines), clock.instant());
    }
    if (lines.size() < months.lines()) {
      store.finish(closing.month(), clock.instant());
    }
  }

  /** Stores a part, and reads it back before anything says that it is there. */
  private String stored(Closing closing, List<Line> lines) {
    ObjectPath path = path(closing.month(), closing.parts() + 1);
    String sha256 = put(path, lines).sha256();
    if (!Archive.isWhole(archive.open(Container.ANALYTICS, path), sha256)) {
      throw new IllegalStateException("The archive did not keep " + path.text());
    }
    return sha256;
  }

  private StoredObject put(ObjectPath path, List<Line> lines) {
    Iterator<Line> left = lines.iterator();
    try (InputStream packed = PackedLines.pack(() -> left.hasNext() ? left.next().bytes() : null)) {
      return archive.put(Container.ANALYTICS, path, PackedLines.MEDIA_TYPE, packed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where a part of a month is in its container. */
  static ObjectPath path(LocalDate month, int part) {
    return new ObjectPath(MONTH.format(month) + "/part-%04d.jsonl.zst".formatted(part));
  }

  private LocalDate before() {
    return months.rules().closedBefore(clock.instant());
  }

  private static String salt() {
    byte[] salt = new byte[16];
    RANDOM.nextBytes(salt);
    return HexFormat.of().formatHex(salt);
  }
}
