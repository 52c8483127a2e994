package org.cairn.archive;

import com.google.crypto.tink.jwt.JwtMac;
import com.google.crypto.tink.jwt.JwtValidator;
import com.google.crypto.tink.jwt.RawJwt;
import com.google.crypto.tink.jwt.VerifiedJwt;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.cairn.access.ActingGuardian;
import org.cairn.access.VisibleLearner;
import org.cairn.audit.Audit;
import org.cairn.audit.AuditAction;
import org.cairn.audit.AuditTarget;
import org.cairn.caller.Caller;
import org.cairn.caller.Callers;
import org.cairn.shared.ProblemException;

/**
 * Links to a learner's objects for readers who follow them without a token: each for one object and
 * one reader, for 72 hours, written down at each use.
 *
 * <p>A link is a JSON Web Token of a type of its own, with HMAC-SHA-256 by a key of the key ring;
 * it holds ids and no names. A token of the realm is no link, and a link is no token of the realm.
 */
@Singleton
public class SignedLinks {

  /** How long a link can be used: 72 hours. */
  public static final Duration VALID = Duration.ofDays(3);

  private static final String TYPE = "cairn-link+jwt";
  private static final String TENANT = "tenant";
  private static final String GUARDIAN = "guardian";
  private static final String LEARNER = "learner";
  private static final String CONTAINER = "container";
  private static final String ABOUT = "about";
  private static final String FILE = "file";

  private final KeyRing keys;
  private final Archive archive;
  private final Audit audit;
  private final Clock clock;

  @Inject
  SignedLinks(KeyRing keys, Archive archive, Audit audit, Clock clock) {
    this.keys = keys;
    this.archive = archive;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * The text of a link for the present caller, a guardian who may see the learner.
   *
   * @param reader the present caller
   * @param container one of learners' objects
   * @param about what the object tells of, such as a journey
   * @param file what it is: {@code summary.pdf}
   */
  public String issue(
      ActingGuardian reader, VisibleLearner learner, Container container, UUID about, String file) {
    Caller caller = Callers.current();
    Instant until = clock.instant().plus(VALID).truncatedTo(ChronoUnit.SECONDS);
    ObjectPath.of(learner.id(), about, file);
    RawJwt link =
        RawJwt.newBuilder()
            .setTypeHeader(TYPE)
            .setSubject(caller.subject())
            .setExpiration(until)
            .addStringClaim(TENANT, caller.tenant())
            .addStringClaim(GUARDIAN, reader.id().toString())
            .addStringClaim(LEARNER, learner.id().toString())
            .addStringClaim(CONTAINER, container.name())
            .addStringClaim(ABOUT, about.toString())
            .addStringClaim(FILE, file)
            .build();
    try {
      return keys.ofLinks().computeMacAndEncode(link);
    } catch (GeneralSecurityException e) {
      throw StorageOutage.unavailable(e);
    }
  }

  /**
   * What a link says; nobody has to be bound as the caller yet.
   *
   * @throws ProblemException {@code LINK_REFUSED} for what Cairn has not written or has ended
   */
  public SignedLink verify(String text) {
    JwtMac mac = keys.ofLinks();
    try {
      JwtValidator expected =
          JwtValidator.newBuilder().expectTypeHeader(TYPE).setClock(clock).build();
      VerifiedJwt link = mac.verifyMacAndDecode(text, expected);
      return new SignedLink(
          link.getStringClaim(TENANT),
          link.getSubject(),
          UUID.fromString(link.getStringClaim(GUARDIAN)),
          UUID.fromString(link.getStringClaim(LEARNER)),
          Container.valueOf(link.getStringClaim(CONTAINER)),
          UUID.fromString(link.getStringClaim(ABOUT)),
          link.getStringClaim(FILE),
          link.getExpiration());
    } catch (GeneralSecurityException e) {
      throw refused();
    }
  }

  /**
   * Opens what a verified link is about, in the transaction of the bound caller, who must be the
   * link's reader; writes down that it was used.
   *
   * @param permission asks whether the reader may still see the learner
   * @throws ProblemException {@code LINK_REFUSED} when the reader is another or may no longer,
   *     {@code OBJECT_NOT_FOUND}, {@code OBJECT_ERASED}
   */
  public InputStream open(SignedLink link, LinkPermission permission) {
    Caller caller = Callers.current();
    if (!caller.tenant().equals(link.tenant()) || !caller.subject().equals(link.reader())) {
      throw refused();
    }
    VisibleLearner learner =
        permission
            .of(link)
            .filter(visible -> visible.id().equals(link.learner()))
            .orElseThrow(SignedLinks::refused);
    audit.record(
        AuditAction.LINK_USED,
        AuditTarget.of("object", link.about(), learner.id()),
        Map.of("container", link.container().id(), "file", link.file()));
    return archive.open(learner, link.container(), link.about(), link.file());
  }

  private static ProblemException refused() {
    return ArchiveProblem.LINK_REFUSED.with("Ask for a new one where you got it.");
  }
}
