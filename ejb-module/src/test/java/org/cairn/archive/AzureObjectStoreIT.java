package org.cairn.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The adapter against the real protocol, spoken by Microsoft's own emulator. */
class AzureObjectStoreIT extends ObjectStoreContract {

  private static Azurite azurite;
  private static AzureObjectStore store;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    assumeTrue(Azurite.canBeInstalled(), "npm is missing, which installs Azurite");
    azurite = Azurite.start();
    store = AzureObjectStore.of(azurite.connection(), "cairn-test");
  }

  @AfterAll
  static void stop() {
    if (azurite != null) {
      azurite.close();
    }
  }

  @Override
  ObjectStore store() {
    return store;
  }

  @Test
  void aLinkOpensOneObjectUntilItEnds() throws IOException, InterruptedException {
    put("linked", "read me");
    put("other", "not me");
    URI link = link("linked", Instant.now().plus(Duration.ofMinutes(5)));
    HttpResponse<String> answer = get(link);
    assertEquals(200, answer.statusCode(), answer::body);
    assertEquals("read me", answer.body());
    assertRefused(URI.create(link.toString().replace("linked?", "other?")));
  }

  @Test
  void aLinkThatHasEndedOrWasAlteredOpensNothing() throws IOException, InterruptedException {
    put("linked", "read me");
    assertRefused(link("linked", Instant.now().minus(Duration.ofMinutes(5))));
    String valid = link("linked", Instant.now().plus(Duration.ofMinutes(5))).toString();
    assertRefused(URI.create(valid.replaceFirst("se=20\\d\\d", "se=2099")));
    assertRefused(URI.create(valid.replaceFirst("sp=r", "sp=rwd")));
    assertRefused(URI.create(valid.replaceFirst("sig=[^&]{4}", "sig=AAAA")));
    assertRefused(URI.create(valid.replaceFirst("\\?.*", "")));
  }

  @Test
  void aLinkOnlyReads() throws IOException, InterruptedException {
    put("linked", "read me");
    URI link = link("linked", Instant.now().plus(Duration.ofMinutes(5)));
    HttpRequest delete = HttpRequest.newBuilder(link).DELETE().build();
    HttpResponse<String> answer = HttpClient.newHttpClient().send(delete, BodyHandlers.ofString());
    assertEquals(4, answer.statusCode() / 100, answer::body);
    assertEquals(200, get(link).statusCode());
  }

  @Test
  void whoCannotBeReachedIsNoFaultOfTheCaller() {
    String nowhere = azurite.connection().replaceAll("127.0.0.1:\\d+", "127.0.0.1:1");
    AzureObjectStore unreachable = AzureObjectStore.of(nowhere, "cairn-test");
    assertProblem(ArchiveProblem.STORAGE_UNAVAILABLE, () -> unreachable.stat(key("a")));
    assertProblem(
        ArchiveProblem.STORAGE_UNAVAILABLE,
        () -> unreachable.put(key("a"), "text/plain", null, out -> out.write(1)));
  }

  @Test
  void aWrongSecretIsNotTold() {
    String wrong = azurite.connection().replace("AccountKey=Eby8", "AccountKey=AAAA");
    AzureObjectStore refused = AzureObjectStore.of(wrong, "cairn-test");
    String told =
        org.junit.jupiter.api.Assertions.assertThrows(
                org.cairn.shared.ProblemException.class, () -> refused.stat(key("a")))
            .toString();
    assertFalse(told.contains("AAAA"), told);
  }

  private static void put(String path, String text) {
    store.put(
        key(path), "text/plain", null, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static URI link(String path, Instant until) {
    return store.link(key(path), until).orElseThrow();
  }

  private static ObjectKey key(String path) {
    return new ObjectKey("north", Container.AUDIO_NARRATION, new ObjectPath(path));
  }

  private static void assertRefused(URI link) throws IOException, InterruptedException {
    HttpResponse<String> answer = get(link);
    assertEquals(4, answer.statusCode() / 100, answer::body);
    assertNotEquals("read me", answer.body());
  }

  private static HttpResponse<String> get(URI link) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(link).build(), BodyHandlers.ofString());
  }
}
