package org.cairn.backup;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.cairn.backup.RestoreView.State;
import org.cairn.caller.Roles;
import org.cairn.gamification.ProfileRecords;
import org.cairn.shared.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * The steps of a restore, for its job: all parts are verified before the first row is written, and
 * each chunk of lines is one transaction with the job's checkpoint.
 */
@Stateless
@RolesAllowed(Roles.SYSTEM)
public class RestoreWork {

  /** The most characters of lines that are held at once. */
  private static final int MOST_CHARACTERS = 8 << 20;

  @Inject private RestoreStore store;
  @Inject private BackupObjects objects;
  @Inject private ProfileRecords records;
  @Inject private Clock clock;

  /**
   * Begins a restore; again changes nothing.
   *
   * @throws ProblemException {@code BACKUP_NOT_FOUND}
   */
  public void begin(UUID run, UUID backup, boolean dryRun) {
    manifest(backup);
    store.begin(run, backup, dryRun, clock.instant());
  }

  /** How many parts are to be verified. */
  public long totalParts(UUID run) {
    return manifestOf(run).parts().size();
  }

  /** How many learners' lines there are. */
  public long totalLines(UUID run) {
    return manifestOf(run).profiles();
  }

  /** The numbers of the parts behind one, in their order. */
  public List<Integer> parts(UUID run, @Nullable String after, int limit) {
    int number = after == null ? -1 : Integer.parseInt(after);
    return manifestOf(run).parts().stream()
        .map(Manifest.Part::number)
        .filter(part -> part > number)
        .limit(limit)
        .toList();
  }

  /** Compares a part with the manifest, and remembers where it is damaged. */
  public void verify(UUID run, int number) {
    Manifest manifest = manifestOf(run);
    if (!objects.isWhole(manifest.id(), manifest.part(number))) {
      store.damaged(run, number);
    }
  }

  /**
   * Lets lines be restored, if all parts are whole.
   *
   * @throws ProblemException {@code BACKUP_DAMAGED} naming the part
   */
  public void accept(UUID run) {
    Integer damaged = restore(run).damagedPart();
    if (damaged != null) {
      throw BackupProblem.BACKUP_DAMAGED.with("Part " + damaged + "; nothing was restored.");
    }
    store.become(run, State.RESTORING, null);
  }

  /** The lines behind one, as many as can be held. */
  public List<BackupLine> lines(UUID run, @Nullable String after, int limit) {
    Manifest manifest = manifestOf(run);
    int first = BackupLine.partOf(after);
    for (Manifest.Part part : manifest.parts()) {
      if (part.number() >= first) {
        int done = part.number() == first ? BackupLine.numberOf(after) : 0;
        List<BackupLine> lines = lines(manifest.id(), part, done, limit);
        if (!lines.isEmpty()) {
          return lines;
        }
      }
    }
    return List.of();
  }

  /** Restores what is missing of the lines' learners, and nothing else. */
  public void restore(UUID run, List<BackupLine> lines) {
    RestoreView restore = restore(run);
    if (restore.state() == State.FAILED) {
      store.become(run, State.RESTORING, null);
    }
    List<String> calendars =
        lines.stream().filter(BackupLine::isCalendar).map(BackupLine::text).toList();
    if (!calendars.isEmpty() && !restore.dryRun()) {
      records.restoreCalendars(calendars);
    }
    Map<UUID, String> learners = new TreeMap<>();
    lines.stream()
        .filter(line -> !line.isCalendar())
        .forEach(line -> learners.putIfAbsent(line.learner(), line.text()));
    if (!learners.isEmpty()) {
      restore(restore, learners);
    }
  }

  /** As many at a time as one statement can well take. */
  private void restore(RestoreView restore, Map<UUID, String> learners) {
    Instant cut = Instant.parse(manifest(restore.backupId()).cut());
    Map<UUID, String> some = new HashMap<>();
    long characters = 0;
    for (Map.Entry<UUID, String> next : learners.entrySet()) {
      if (!some.isEmpty() && characters + next.getValue().length() > MOST_CHARACTERS) {
        restore(restore, cut, some);
        some.clear();
        characters = 0;
      }
      some.put(next.getKey(), next.getValue());
      characters += next.getValue().length();
    }
    restore(restore, cut, some);
  }

  private void restore(RestoreView restore, Instant cut, Map<UUID, String> some) {
    store.count(restore.id(), records.restore(restore.id(), cut, some, restore.dryRun()));
  }

  /** Ends the restore. */
  public void complete(UUID run) {
    store.become(run, State.COMPLETED, clock.instant());
  }

  /** Ends a restore whose job broke off. */
  public void fail(UUID run) {
    store
        .find(run)
        .ifPresent(
            restore ->
                store.become(
                    run,
                    restore.damagedPart() == null ? State.FAILED : State.REFUSED,
                    clock.instant()));
  }

  private List<BackupLine> lines(UUID backup, Manifest.Part part, int done, int limit) {
    List<BackupLine> lines = new ArrayList<>();
    try (BufferedReader reader = objects.lines(backup, part)) {
      long characters = 0;
      int number = 0;
      String text = reader.readLine();
      while (text != null && lines.size() < limit && characters < MOST_CHARACTERS) {
        number++;
        if (number > done) {
          lines.add(new BackupLine(part.number(), number, text));
          characters += text.length();
        }
        text = reader.readLine();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lines;
  }

  private RestoreView restore(UUID run) {
    return store.find(run).orElseThrow();
  }

  private Manifest manifestOf(UUID run) {
    return manifest(restore(run).backupId());
  }

  private Manifest manifest(UUID backup) {
    return objects
        .manifest(backup)
        .orElseThrow(() -> BackupProblem.BACKUP_NOT_FOUND.with("Nothing was restored."));
  }
}
