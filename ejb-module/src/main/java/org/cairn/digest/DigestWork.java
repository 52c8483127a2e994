package org.cairn.digest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cairn.caller.Callers;
import org.cairn.caller.Roles;
import org.cairn.digest.ChildWeekStore.Reader;
import org.cairn.digest.DigestRules.Week;
import org.cairn.gamification.GameBook;
import org.cairn.gamification.GameBook.Achievement;
import org.cairn.jobs.RecordSkipped;
import org.cairn.roster.TimeZones;
import org.jspecify.annotations.Nullable;

/**
 * What the job does for a district's digests. A letter is claimed in one transaction, sent outside
 * of any, and settled in another: who dies in between has sent it once or never.
 */
@Stateless
@RolesAllowed(Roles.SYSTEM)
public class DigestWork {

  @Inject private DigestSettingsStore settings;
  @Inject private DigestWeekStore weeks;
  @Inject private ChildWeekStore children;
  @Inject private LetterText text;
  @Inject private GameBook book;
  @Inject private TimeZones zones;
  @Inject private Clock clock;

  /** Settles who gets a digest of this week, once its time has come; again changes nothing. */
  public void plan() {
    due().ifPresent(week -> weeks.plan(week, clock.instant()));
  }

  /** Gives up what was claimed and never settled: it may have been sent. */
  public List<RecordSkipped> giveUp() {
    return weeks.lose(clock.instant()).stream()
        .map(guardian -> new RecordSkipped(guardian.toString(), "MAIL_UNCLEAR"))
        .toList();
  }

  /** How many are to be sent. */
  public long total() {
    return due().map(weeks::planned).orElse(0L);
  }

  /**
   * The next guardian's letter, for this run alone.
   *
   * @param last the one before it, in the order of guardians' ids
   */
  public Optional<Letter> claim(@Nullable Letter last) {
    UUID after = last == null ? null : last.guardianId();
    Instant now = clock.instant();
    return due()
        .flatMap(
            week ->
                weeks
                    .claim(week, after, now)
                    .map(claimed -> letter(claimed.week(), claimed.guardian(), now)));
  }

  /**
   * Keeps what became of a letter.
   *
   * @return why it is reported, if it is
   */
  public Optional<RecordSkipped> settle(Letter letter, Delivery delivery) {
    weeks.settle(
        letter.week(),
        letter.guardianId(),
        delivery.end().state(),
        delivery.answer(),
        clock.instant());
    return delivery
        .reported()
        .map(reason -> new RecordSkipped(letter.guardianId().toString(), reason));
  }

  private Optional<Week> due() {
    DigestSettingsView held = settings.find();
    return held.enabled() && held.mailServer()
        ? DigestRules.due(clock.instant(), zones.ofDistrict(), held.weekday(), held.hour())
        : Optional.empty();
  }

  private Letter letter(Week week, UUID guardian, Instant now) {
    Map<String, String> names =
        book.at(now).achievements().stream()
            .collect(Collectors.toMap(Achievement::key, Achievement::name));
    Reader reader = children.reader(guardian).orElse(null);
    List<ChildWeek> told = reader == null ? List.of() : children.children(guardian, week, names);
    if (reader == null || told.stream().noneMatch(ChildWeek::isNews)) {
      return new Letter(week.monday(), guardian, null);
    }
    String key = week.monday() + "." + guardian + "." + Callers.current().tenant();
    return new Letter(
        week.monday(), guardian, text.write(key, now, reader, week, zones.ofDistrict(), told));
  }
}
