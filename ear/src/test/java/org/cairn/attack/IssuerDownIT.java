package org.cairn.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.KeyPair;
import org.cairn.system.Client;
import org.junit.jupiter.api.Test;

/**
 * What happens to callers while the issuer of their tokens cannot be reached, and with new keys.
 */
class IssuerDownIT {

  private static final String READ = "/api/v1/admin/orgs";
  private static final Person ADMIN = People.of(World.NORTH, "admin");

  /** Longer than min-time-between-jwks-requests of WEB-INF/oidc.json. */
  private static final long UNTIL_ASKED_AGAIN = 15_000;

  private final AttackedCairn cairn = AttackedCairn.shipped();

  IssuerDownIT() {
    World.of(cairn);
  }

  @Test
  void knownKeysGoOnWorkingAndUnknownOnesAreTriedAgainLater() throws InterruptedException {
    OwnIssuer issuer = AttackedCairn.issuer();
    KeyPair fresh = Keys.rsa();
    String unknown = Token.of(issuer, ADMIN).header("kid", "fresh").signed(fresh.getPrivate());
    assertEquals(200, cairn.as(ADMIN).get(READ).status());
    issuer.stop();
    try {
      Client.Answer answer = soon(unknown, 503);
      assertEquals(503, answer.status(), answer::toString);
      assertEquals("TRY_AGAIN_LATER", answer.code());
      assertTrue(answer.headers().firstValue("Retry-After").isPresent());
      assertEquals(200, cairn.as(ADMIN).get(READ).status());
    } finally {
      issuer.start();
    }
    issuer.publish("fresh", fresh);
    assertEquals(200, soon(unknown, 200).status());
    assertEquals(200, cairn.as(ADMIN).get(READ).status());
    issuer.withdraw("fresh");
  }

  /** A node asks the issuer at most every ten seconds, whatever it is sent. */
  private Client.Answer soon(String token, int status) throws InterruptedException {
    long end = System.nanoTime() + UNTIL_ASKED_AGAIN * 1_000_000;
    Client.Answer answer = cairn.with(token).get(READ);
    while (answer.status() != status && System.nanoTime() < end) {
      Thread.sleep(500);
      answer = cairn.with(token).get(READ);
    }
    return answer;
  }
}
