package org.cairn.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The budget of imports is small enough to be spent by a test; it is counted before roles are. */
class RateLimitIT extends SystemTest {

  private static final String IMPORTS = "/api/v1/admin/roster/imports";
  private static final int BUDGET = 20;

  @Test
  void whoHasSpentTheBudgetIsToldWhenToComeBack() {
    Client moderator = server().as(Person.EFRAIN_RODRIGUEZ);
    Client.Answer refused = spend(moderator, IMPORTS);
    assertEquals("TOO_MANY_REQUESTS", refused.code());
    assertEquals("application/problem+json", refused.headers().firstValue("Content-Type").get());
    int seconds = Integer.parseInt(refused.headers().firstValue("Retry-After").get());
    assertTrue(seconds >= 1 && seconds <= 60, refused::toString);
    assertEquals("\"heavy\";q=20;w=60", refused.headers().firstValue("RateLimit-Policy").get());
    assertTrue(refused.headers().firstValue("RateLimit").get().startsWith("\"heavy\";r=0;t="));
    assertEquals(403, moderator.get(IMPORTS).status(), "his other requests are counted apart");
    assertNotEquals(429, send(server().as(Person.VICTOR_STONE), IMPORTS).status());
    assertEquals(429, send(moderator, IMPORTS + "/").status(), "a slash is no other operation");
    assertEquals(429, send(moderator, IMPORTS.replace("imp", "%69mp")).status());
  }

  @Test
  void everyAnswerTellsWhatIsLeft() {
    Client.Answer answer = server().as(Person.DALE_JIMENEZ).get("/api/v1/learning/events?limit=1");
    assertEquals(200, answer.status());
    assertTrue(answer.headers().firstValue("RateLimit-Policy").get().startsWith("\"caller\";q="));
    assertTrue(answer.headers().firstValue("RateLimit").get().startsWith("\"caller\";r="));
  }

  private static Client.Answer spend(Client client, String path) {
    for (int i = 0; i <= 2 * BUDGET; i++) {
      Client.Answer answer = send(client, path);
      if (answer.status() == 429) {
        assertTrue(i >= BUDGET / 2, "refused the " + i + "th request");
        return answer;
      }
      assertEquals(403, answer.status(), answer::toString);
    }
    throw new AssertionError("Every request was granted");
  }

  private static Client.Answer send(Client client, String path) {
    return client.post(path, "application/zip", new byte[] {1});
  }
}
