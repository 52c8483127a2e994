package org.cairn.batch.digest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Objects;
import java.util.UUID;
import org.cairn.batch.jobs.OneByOne;
import org.cairn.batch.jobs.OneByOneReport;
import org.cairn.digest.Delivery;
import org.cairn.digest.DigestWork;
import org.cairn.digest.Letter;
import org.cairn.digest.MailLine;
import org.cairn.digest.MailServer;
import org.cairn.jobs.RecordSkipped;
import org.jspecify.annotations.Nullable;

/** Sends what is planned, one letter after the other over one line. */
@Named
@Dependent
public class DigestSending extends OneByOne<Letter, Delivery> {

  @EJB private DigestWork work;
  @Inject private MailServer mail;
  private @Nullable MailLine line;
  private @Nullable UUID last;

  @Override
  public String process() {
    try (MailLine open = mail.open()) {
      line = open;
      return super.process();
    }
  }

  @Override
  protected void open(OneByOneReport report) {
    report.expect(work.total());
    work.giveUp().forEach(report::done);
  }

  @Override
  protected @Nullable Letter claim() {
    Letter letter = work.claim(last).orElse(null);
    last = letter == null ? last : letter.guardianId();
    return letter;
  }

  @Override
  protected Delivery carryOut(Letter letter) {
    return Objects.requireNonNull(line).send(letter);
  }

  @Override
  protected @Nullable RecordSkipped settle(Letter letter, Delivery delivery) {
    return work.settle(letter, delivery).orElse(null);
  }

  @Override
  protected void requireGoingOn(Delivery delivery) {
    if (delivery.end() == Delivery.End.UNREACHABLE) {
      throw new IllegalStateException("The mail server takes no letters; see the lines above");
    }
  }
}
