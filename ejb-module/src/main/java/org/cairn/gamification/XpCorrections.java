package org.cairn.gamification;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cairn.access.Access;
import org.cairn.access.ActingLearner;
import org.cairn.access.VisibleLearner;
import org.cairn.audit.Audit;
import org.cairn.audit.AuditAction;
import org.cairn.audit.AuditTarget;
import org.cairn.caller.Roles;
import org.cairn.events.AppendedEvent;
import org.cairn.events.Consequences;
import org.cairn.events.EventLog;
import org.cairn.events.EventPayload;
import org.cairn.events.NewEvent;
import org.cairn.events.NewEvent.OwnId;
import org.cairn.events.RecordedEvent;
import org.cairn.gamification.XpSettled.Trigger;
import org.cairn.shared.FieldError;
import org.jspecify.annotations.Nullable;

/** Corrections of XP by a district's administrator: nobody else can post XP, and nothing else. */
@Stateless
@RolesAllowed(Roles.DISTRICT_ADMIN)
public class XpCorrections {

  /** The name of the event that a correction is in the learner's log. */
  static final String EVENT = "xp.corrected";

  static final int MOST = 100_000;
  private static final int LONGEST_NOTE = 500;
  private static final int LONGEST_KEY = 80;

  @Inject private Access access;
  @Inject private EventLog log;
  @Inject private LedgerStore ledger;
  @Inject private Booking book;
  @Inject private ProfileStore profiles;
  @Inject private RuleCatalog catalog;
  @Inject private Clock clock;
  @Inject private Audit audit;

  /**
   * Adds to a learner's XP or takes from it. What would take the balance below 0 is waived, and
   * shown so. The same key with the same content changes nothing and answers the same row.
   *
   * @param amount positive or negative, at most {@value #MOST}
   * @param reason for whoever reads the ledger, the learner too
   * @param key the request's idempotency key
   * @throws org.cairn.shared.ProblemException {@code LEARNER_NOT_FOUND}, {@code
   *     XP_CORRECTION_INVALID}, {@code XP_CORRECTION_CONFLICT}
   */
  public XpTransactionView correct(
      String learner, @Nullable Integer amount, @Nullable String reason, @Nullable String key) {
    check(amount, reason, key);
    ActingLearner acting = access.administered(learner);
    VisibleLearner visible = access.visible(learner);
    NewEvent event = event(amount == null ? 0 : amount, String.valueOf(reason), key);
    Consequences consequences = new Consequences();
    AppendedEvent appended = log.append(acting, List.of(event), consequences).get(0);
    switch (appended.status()) {
      case STORED ->
          settle(acting, appended.event(), amount == null ? 0 : amount, reason, consequences);
      case CONFLICT ->
          throw GamificationProblem.XP_CORRECTION_CONFLICT.with(
              "Nothing was corrected.",
              new FieldError("Idempotency-Key", "a key of its own for each correction"));
      case DUPLICATE -> {}
    }
    return profiles.chain(visible, source(event.eventId())).get(0);
  }

  private void settle(
      ActingLearner learner,
      RecordedEvent event,
      int amount,
      @Nullable String reason,
      Consequences consequences) {
    String source = source(event.eventId());
    Owed owed = ledger.owed(learner, List.of(source), null, null, false);
    Earning earning =
        new Earning(
            source,
            XpKind.CORRECTION,
            XpKind.CORRECTION.category(),
            XpKind.CORRECTION.reason(),
            amount,
            owed.grade(),
            LocalDate.ofInstant(event.effectiveAt(), owed.zone()),
            event.effectiveAt(),
            event.eventId(),
            true,
            catalog.rules().at(event.effectiveAt()).version());
    List<XpDue> dues = List.of(new XpDue(earning, 0, amount));
    Settlement settlement = Settlement.of(owed.account(), dues, null);
    book.write(
        learner,
        Changes.of(List.of(), dues, Map.of(), settlement),
        null,
        reason,
        new Trigger(event.eventId(), event.effectiveAt(), consequences),
        clock.instant());
    audit.record(
        AuditAction.CORRECTION_MADE,
        AuditTarget.of("xp-transaction", event.eventId(), learner.id()),
        Map.of("amount", Integer.toString(amount)));
  }

  private static NewEvent event(int amount, String reason, @Nullable String key) {
    return new NewEvent(
        OwnId.XP_CORRECTION.of(String.valueOf(key)),
        EVENT,
        null,
        null,
        null,
        null,
        EventPayload.of(Map.of("amount", amount, "note", reason)),
        null);
  }

  private static String source(String eventId) {
    return "correction/" + eventId;
  }

  private static void check(
      @Nullable Integer amount, @Nullable String reason, @Nullable String key) {
    List<FieldError> errors = new ArrayList<>();
    if (amount == null || amount == 0 || Math.abs((long) amount) > MOST) {
      errors.add(new FieldError("/amount", "from -" + MOST + " to " + MOST + ", not 0"));
    }
    if (!isText(reason, LONGEST_NOTE)) {
      errors.add(new FieldError("/reason", "1 to " + LONGEST_NOTE + " characters"));
    }
    if (!isText(key, LONGEST_KEY)) {
      errors.add(
          new FieldError("Idempotency-Key", "1 to " + LONGEST_KEY + " characters, your own"));
    }
    if (!errors.isEmpty()) {
      throw GamificationProblem.XP_CORRECTION_INVALID.with(
          "Nothing was corrected.", errors.toArray(FieldError[]::new));
    }
  }

  private static boolean isText(@Nullable String text, int longest) {
    return text != null
        && !text.isBlank()
        && text.length() <= longest
        && text.chars().noneMatch(Character::isISOControl);
  }
}
