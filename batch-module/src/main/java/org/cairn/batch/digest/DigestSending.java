package org.cairn.batch.digest;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Named;
import java.util.Objects;
import org.cairn.batch.jobs.OneByOne;
import org.cairn.batch.jobs.OneByOneOpening;
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
  private @Nullable MailLine line;

  @Override
  public String process() {
    try (MailLine open = MailServer.open()) {
      line = open;
      return super.process();
    }
  }

  @Override
  protected OneByOneOpening open() {
    return new OneByOneOpening(work.total(), work.giveUp());
  }

  @Override
  protected @Nullable Letter claim(@Nullable Letter last) {
    return work.claim(last).orElse(null);
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
  protected boolean goesOn(Delivery delivery) {
    return delivery.end() != Delivery.End.UNREACHABLE;
  }
}
