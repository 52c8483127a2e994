package org.cairn.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class SafeHeadersIT extends SystemTest {

  @Test
  void answersWithDataAreKeptByNobodyAndFramedNowhere() {
    Client.Answer profile = server().as(Person.DALE_JIMENEZ).get("/api/v1/learners/me/profile");
    assertEquals(200, profile.status());
    assertSafe(profile);
    assertTrue(header(profile, "Cache-Control").contains("no-store"));
    assertEquals(
        "default-src 'none'; frame-ancestors 'none'", header(profile, "Content-Security-Policy"));
  }

  @Test
  void refusalsOfTheContainerCarryThemToo() {
    Client.Answer refusal = server().asNobody().get("/api/v1/learners/me/profile");
    assertEquals(401, refusal.status());
    assertSafe(refusal);
    assertTrue(header(refusal, "Cache-Control").contains("no-store"));
  }

  @Test
  void pagesRunScriptsOfTheirOwnOriginOnly() {
    Client.Answer page = server().asNobody().get("/api/docs/");
    assertEquals(200, page.status());
    assertSafe(page);
    assertTrue(header(page, "Content-Security-Policy").startsWith("default-src 'self';"));
  }

  private static void assertSafe(Client.Answer answer) {
    assertEquals("nosniff", header(answer, "X-Content-Type-Options"));
    assertEquals("no-referrer", header(answer, "Referrer-Policy"));
    assertEquals("same-origin", header(answer, "Cross-Origin-Resource-Policy"));
  }

  private static String header(Client.Answer answer, String name) {
    List<String> values = answer.headers().allValues(name);
    assertEquals(1, values.size(), name);
    return values.get(0);
  }
}
