package org.cairn.backup;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.cairn.archive.StoredObject;
import org.cairn.backup.BackupStore.Begun;
import org.cairn.backup.BackupStore.Planned;
import org.cairn.caller.Callers;
import org.cairn.caller.Roles;
import org.cairn.gamification.ProfileRecords;
import org.cairn.shared.Setting;
import org.jspecify.annotations.Nullable;

/**
 * The steps of a backup, for its job. Parts are cut when it begins, so that a run that breaks off
 * anywhere goes on with the part that it was at; the manifest is written last.
 */
@Stateless
@RolesAllowed(Roles.SYSTEM)
public class BackupWork {

  static final int CALENDARS = 0;

  private static final int ALL = Integer.MAX_VALUE;

  @Inject private BackupStore store;
  @Inject private BackupObjects objects;
  @Inject private ProfileRecords records;
  @Inject private Clock clock;

  /** Begins a backup and cuts it into parts; again changes nothing. */
  public void begin(UUID run) {
    if (!store.begin(run, records.ruleVersion(), clock.instant())) {
      return;
    }
    List<Planned> parts = new ArrayList<>();
    parts.add(planned(CALENDARS, null, null));
    @Nullable UUID after = null;
    int rows = Integer.parseInt(Setting.of("cairn.backups.part-rows", "200000"));
    for (UUID edge : records.edges(rows)) {
      parts.add(planned(parts.size(), after, edge));
      after = edge;
    }
    parts.add(planned(parts.size(), after, null));
    store.plan(run, parts);
  }

  /** How many parts of learners it has. */
  public long total(UUID run) {
    return store.count(run);
  }

  /** The numbers of the parts of learners behind one, in their order. */
  public List<Integer> parts(UUID run, @Nullable String after, int limit) {
    int number = after == null ? CALENDARS : Integer.parseInt(after);
    return store.parts(run, number, limit).stream().map(Planned::number).toList();
  }

  /** Writes a part, in the place of what was begun of it before. */
  public void write(UUID run, int number) {
    Planned part =
        store
            .part(run, number)
            .orElseThrow(() -> new IllegalStateException("The backup was given up"));
    PartPages pages = new PartPages(records, part);
    StoredObject stored = objects.put(run, file(number), pages);
    store.written(
        run,
        new Planned(
            number,
            part.after(),
            part.until(),
            pages.profiles(),
            pages.rows(),
            stored.size(),
            stored.sha256()));
  }

  /**
   * Writes the calendars, so that all are there that learners' lines name, and then the manifest,
   * which makes it a backup.
   *
   * @throws IllegalStateException where a part is missing
   */
  public void seal(UUID run) {
    Begun begun =
        store.find(run).orElseThrow(() -> new IllegalStateException("The backup was given up"));
    write(run, CALENDARS);
    Set<String> files = new HashSet<>(objects.files(run));
    List<Manifest.Part> parts =
        store.parts(run, CALENDARS - 1, ALL).stream().map(BackupWork::sealed).toList();
    parts.stream()
        .filter(part -> !files.contains(part.file()))
        .findFirst()
        .ifPresent(
            part -> {
              throw new IllegalStateException("Part " + part.number() + " is not there");
            });
    objects.put(
        new Manifest(
            Manifest.FORMAT,
            Callers.current().tenant(),
            run,
            begun.ruleVersion(),
            begun.cutAt().toString(),
            clock.instant().toString(),
            parts.stream().mapToLong(Manifest.Part::profiles).sum(),
            parts.stream().mapToLong(Manifest.Part::ledgerRows).sum(),
            parts));
  }

  /**
   * Removes what is no backup and will be none, and the backups that are too old or too many, but
   * never the newest.
   *
   * @param run that has just been sealed
   */
  public void clean(UUID run) {
    int kept = Integer.parseInt(Setting.of("cairn.backups.kept", "35"));
    long days = Long.parseLong(Setting.of("cairn.backups.days", "35"));
    Instant oldest = clock.instant().minus(Duration.ofDays(days));
    List<UUID> backups = objects.backups();
    for (int i = 1; i < backups.size(); i++) {
      UUID old = backups.get(i);
      if (i >= kept || isBefore(old, oldest)) {
        objects.delete(old);
      }
    }
    store.forgetOthers(run);
    Set<UUID> unsealed = new HashSet<>(objects.withParts());
    objects.backups().forEach(unsealed::remove);
    unsealed.remove(run);
    unsealed.forEach(objects::delete);
  }

  private boolean isBefore(UUID backup, Instant oldest) {
    return objects
        .manifest(backup)
        .map(manifest -> Instant.parse(manifest.cut()).isBefore(oldest))
        .orElse(false);
  }

  /** The name of a part's file. */
  static String file(int number) {
    return "%06d.zst".formatted(number);
  }

  private static Planned planned(int number, @Nullable UUID after, @Nullable UUID until) {
    return new Planned(number, after, until, 0, 0, 0, null);
  }

  private static Manifest.Part sealed(Planned part) {
    return new Manifest.Part(
        part.number(),
        file(part.number()),
        part.after(),
        part.until(),
        part.profiles(),
        part.ledgerRows(),
        part.size(),
        Objects.requireNonNull(part.sha256(), "a part that was not written"));
  }
}
