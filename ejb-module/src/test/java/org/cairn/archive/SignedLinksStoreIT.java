package org.cairn.archive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.crypto.tink.jwt.RawJwt;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.cairn.access.Permissions;
import org.cairn.access.VisibleLearner;
import org.cairn.caller.Caller;
import org.cairn.caller.Roles;
import org.cairn.caller.SqlText;
import org.cairn.shared.Ids;
import org.cairn.shared.Problem;
import org.cairn.shared.ProblemException;
import org.cairn.shared.TestDatabase;
import org.cairn.shared.Wired;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignedLinksStoreIT {

  private static final SqlText USES =
      SqlText.of(
          "select count(*) from audit_entry where tenant_id = :tenant and action = 'LINK_USED'"
              + " and learner_id = :learner");
  private static final String FILE = "summary.pdf";
  private static final byte[] SUMMARY = "%PDF-1.7".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;

  private final String tenant = TestDatabase.newTenant();
  private final VisibleLearner learner = Permissions.visible(Ids.next());
  private final UUID journey = Ids.next();
  private final UUID reader = Ids.next();
  private final LinkPermission stillSeen = link -> Optional.of(learner);
  private Instant now = Instant.parse("2026-03-02T08:00:00Z");

  @Test
  void opensOneObjectForOneReaderAndWritesItDown() {
    store();
    String link = issue();
    assertArrayEquals(SUMMARY, as("guardian", links -> read(links, link, stillSeen)));
    assertArrayEquals(SUMMARY, as("guardian", links -> read(links, link, stillSeen)));
    assertEquals(2, uses());
  }

  @Test
  void saysIdsAndNothingElse() {
    String link = issue();
    String claims =
        new String(Base64.getUrlDecoder().decode(link.split("\\.", -1)[1]), StandardCharsets.UTF_8);
    assertFalse(claims.contains("@"), claims);
    SignedLink said = as("guardian", links -> links.verify(link));
    assertEquals(
        new SignedLink(
            tenant,
            "guardian",
            reader,
            learner.id(),
            Container.JOURNEY_SUMMARIES,
            journey,
            FILE,
            now.plus(Duration.ofDays(3))),
        said);
  }

  @Test
  void endsAfterThreeDays() {
    store();
    String link = issue();
    now = now.plus(SignedLinks.VALID).minusSeconds(1);
    assertArrayEquals(SUMMARY, as("guardian", links -> read(links, link, stillSeen)));
    now = now.plusSeconds(1);
    assertRefused("guardian", link, stillSeen);
  }

  @Test
  void isDeadWithTheRelation() {
    store();
    String link = issue();
    assertRefused("guardian", link, ended -> Optional.empty());
    assertRefused("guardian", link, another -> Optional.of(Permissions.visible(Ids.next())));
    assertEquals(0, uses());
  }

  @Test
  void opensNothingForAnotherReader() {
    store();
    assertRefused("somebody-else", issue(), stillSeen);
  }

  @Test
  void whatWasAlteredOrMadeUpIsRefused() throws GeneralSecurityException {
    store();
    String link = issue();
    String[] parts = link.split("\\.", -1);
    String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
    String longer =
        parts[0] + "." + encoded(claims.replaceFirst("\"exp\":\\d+", "\"exp\":4102444800")) + ".";
    assertRefused("guardian", longer + parts[2], stillSeen);
    assertRefused("guardian", longer, stillSeen);
    assertRefused(
        "guardian",
        encoded("{\"alg\":\"none\",\"typ\":\"cairn-link+jwt\"}") + "." + parts[1] + ".",
        stillSeen);
    for (String text : new String[] {"", "a", "a.b.c", link + "a", link.substring(1)}) {
      assertRefused("guardian", text, stillSeen);
    }
    String other =
        keys()
            .ofLinks()
            .computeMacAndEncode(
                RawJwt.newBuilder().setSubject("guardian").withoutExpiration().build());
    assertRefused("guardian", other, stillSeen);
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void anErasedLearnersObjectIsGone() {
    store();
    String link = issue();
    as("guardian", links -> erase());
    assertProblem(ArchiveProblem.OBJECT_ERASED, "guardian", link, stillSeen);
  }

  private boolean erase() {
    archive().erase(learner);
    return true;
  }

  private void store() {
    as(
        "job",
        links ->
            archive()
                .put(
                    learner,
                    Container.JOURNEY_SUMMARIES,
                    journey,
                    FILE,
                    "application/pdf",
                    new ByteArrayInputStream(SUMMARY)));
  }

  private String issue() {
    return as(
        "guardian",
        links ->
            links.issue(
                Permissions.guardian(reader), learner, Container.JOURNEY_SUMMARIES, journey, FILE));
  }

  private static byte[] read(SignedLinks links, String text, LinkPermission permission) {
    try (InputStream opened = links.open(links.verify(text), permission)) {
      return opened.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void assertRefused(String reader, String text, LinkPermission permission) {
    assertProblem(ArchiveProblem.LINK_REFUSED, reader, text, permission);
  }

  private void assertProblem(
      Problem problem, String reader, String text, LinkPermission permission) {
    ProblemException refused =
        assertThrows(
            ProblemException.class, () -> as(reader, links -> read(links, text, permission)));
    assertEquals(problem, refused.problem());
  }

  private long uses() {
    return TestDatabase.inTenant(
        tenant,
        sql ->
            sql.with(USES).set("learner", learner.id()).first(row -> row.getLong(1)).orElseThrow());
  }

  private <T> T as(String subject, Function<SignedLinks, T> work) {
    Caller caller = new Caller(tenant, subject, Set.of(Roles.GUARDIAN), null, null);
    return TestDatabase.as(
        caller,
        sql ->
            work.apply(
                Wired.of(
                    SignedLinks.class,
                    sql,
                    keys(),
                    new FileObjectStore(folder.resolve("objects")),
                    Clock.fixed(now, ZoneOffset.UTC))));
  }

  private Archive archive() {
    return new Archive(new FileObjectStore(folder.resolve("objects")), keys());
  }

  private KeyRing keys() {
    return new KeyRing(folder.resolve("keys"), folder.resolve("master.key"));
  }
}
