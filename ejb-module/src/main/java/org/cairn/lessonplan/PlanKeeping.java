package org.cairn.lessonplan;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.cairn.access.VisibleLearner;
import org.cairn.archive.Archive;
import org.cairn.archive.ArchiveProblem;
import org.cairn.archive.Container;
import org.cairn.shared.ProblemException;

/**
 * Keeps plans in the object storage, encrypted with the learner's key. A plan is made once for what
 * it tells: where the page would read otherwise than the one that the stored PDF was made of, or
 * the storage has lost or damaged it, it is made again. So its numbers are always the summary's.
 */
@Singleton
class PlanKeeping {

  static final Container CONTAINER = Container.JOURNEY_SUMMARIES;
  static final String FILE = "summary.pdf";
  static final String TYPE = "application/pdf";

  private final PlanReading reading;
  private final PlanStore store;
  private final Archive archive;
  private final Clock clock;

  @Inject
  PlanKeeping(PlanReading reading, PlanStore store, Archive archive, Clock clock) {
    this.reading = reading;
    this.store = store;
    this.archive = archive;
    this.clock = clock;
  }

  /** A journey's plan as PDF, made now where the stored one does not tell the same. */
  byte[] find(VisibleLearner learner, UUID journey) {
    String page = PlanPage.of(reading.plan(learner, journey));
    String digest = digest(page);
    return store
        .madeOf(learner, journey)
        .filter(digest::equals)
        .flatMap(same -> stored(learner, journey))
        .orElseGet(() -> make(learner, journey, page, digest));
  }

  private byte[] make(VisibleLearner learner, UUID journey, String page, String digest) {
    byte[] pdf = PlanPdf.of(page);
    // The row first: it keeps another maker of the same plan waiting, so that row and object agree.
    store.made(learner, journey, digest, clock.instant());
    archive.put(learner, CONTAINER, journey, FILE, TYPE, new ByteArrayInputStream(pdf));
    return pdf;
  }

  private Optional<byte[]> stored(VisibleLearner learner, UUID journey) {
    try {
      return Optional.of(bytes(archive.open(learner, CONTAINER, journey, FILE)));
    } catch (ProblemException problem) {
      if (ArchiveProblem.isLost(problem)) {
        return Optional.empty();
      }
      throw problem;
    }
  }

  /** All of an object, which is small; closes it. */
  static byte[] bytes(InputStream opened) {
    try (opened) {
      return opened.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String digest(String page) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(page.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
