package org.cairn.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.cairn.launcher.Ports;
import org.cairn.system.Client;
import org.junit.jupiter.api.Test;

/**
 * No token but a genuine one, for this audience and this hour, in its one place, opens anything.
 */
class TokenAttackIT {

  private static final String READ = "/api/v1/admin/orgs";
  private static final String EVENTS = "/api/v1/learning/events";
  private static final Person ADMIN = People.of(World.NORTH, "admin");

  private final AttackedCairn cairn = AttackedCairn.shipped();
  private final World world = World.of(cairn);

  @Test
  void theGenuineTokenThatAllForgeriesStartFromIsTaken() {
    assertEquals(200, cairn.as(ADMIN).get(READ).status());
    Token audiences = token().claim("aud", List.of("account", "cairn-api"));
    assertEquals(200, cairn.with(audiences.signedBy(issuer())).get(READ).status());
    Token before = token().claim("nbf", System.currentTimeMillis() / 1000 - 5);
    assertEquals(200, cairn.with(before.signedBy(issuer())).get(READ).status());
  }

  @Test
  void everyForgeryIsAnsweredByA401Problem() {
    try (OwnIssuer attacker = new OwnIssuer(new Ports().from(28280)).start()) {
      Map<String, String> forged = ForgedTokens.all(issuer(), attacker);
      List<String> taken = new ArrayList<>();
      forged.forEach(
          (fault, token) -> {
            Client.Answer answer = send(READ, "Bearer " + token);
            if (!isRefusal(answer)) {
              taken.add(fault + ": " + answer + answer.headers().map());
            }
          });
      assertEquals(List.of(), taken);
      assertTrue(forged.size() > 100, () -> "only " + forged.size());
      assertEquals(List.of(), attacker.asked());
    }
  }

  @Test
  void noOperationTakesAForgeryAndNothingIsStored() {
    try (OwnIssuer attacker = new OwnIssuer(new Ports().from(28280)).start()) {
      Map<String, String> forged = ForgedTokens.few(issuer(), attacker);
      assertEquals(8, forged.size());
      Sweep sweep = new Sweep(cairn);
      String before = Rows.state(World.NORTH, null) + Rows.state(World.SOUTH, null);
      List<String> taken = new ArrayList<>();
      for (Operation operation : sweep.operations()) {
        forged.forEach(
            (fault, token) -> {
              Client.Answer answer = Knock.of(operation, world, null).by(cairn.with(token));
              if (!isRefusal(answer)) {
                taken.add(operation + " with one " + fault + ": " + answer);
              }
            });
      }
      assertEquals(List.of(), taken);
      assertEquals(before, Rows.state(World.NORTH, null) + Rows.state(World.SOUTH, null));
    }
  }

  @Test
  void aGenuineTokenInAnotherPlaceIsNone() {
    String token = genuine();
    String encoded = URLEncoder.encode(token, StandardCharsets.UTF_8);
    assertRefused(get(READ + "?access_token=" + encoded, r -> r));
    assertRefused(get(READ + "?token=" + encoded, r -> r));
    assertRefused(get(READ + ";access_token=" + encoded, r -> r));
    assertRefused(get(READ, r -> r.header("Cookie", "access_token=" + token)));
    assertRefused(get(READ, r -> r.header("Cookie", "Authorization=Bearer " + token)));
    assertRefused(get(READ, r -> r.header("X-Authorization", "Bearer " + token)));
    assertRefused(get(READ, r -> r.header("Proxy-Authorization", "Bearer " + token)));
    assertRefused(get(READ, r -> r.header("X-Forwarded-Access-Token", token)));
    assertRefused(get(READ, r -> r.header("Authorization", token)));
    assertRefused(get(READ, r -> r.header("Authorization", "Basic " + token)));
    assertRefused(get(READ, r -> r.header("Authorization", "Token " + token)));
    assertRefused(get(READ, r -> r.header("Authorization", "Bearer")));
    assertRefused(get(READ, r -> r.header("Authorization", "Bearer \"" + token + "\"")));
    assertRefused(
        cairn
            .asNobody()
            .send(
                EVENTS,
                r ->
                    r.header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("access_token=" + encoded))));
  }

  @Test
  void ofTwoTokensNeitherLendsTheOtherItsRights() {
    Client.Answer two =
        get(
            READ,
            r ->
                r.header("Authorization", "Bearer " + as(People.SIBLING))
                    .header("Authorization", "Bearer " + genuine()));
    assertTrue(two.status() == 401 || two.status() == 403, two::toString);
    Client.Answer joined = send(READ, "Bearer " + as(People.SIBLING) + ", Bearer " + genuine());
    assertRefused(joined);
  }

  @Test
  void theSchemesNameIsTakenInEitherCase() {
    assertEquals(200, send(READ, "bearer " + genuine()).status());
    assertEquals(200, send(READ, "BEARER " + genuine()).status());
  }

  @Test
  void nothingIsRememberedOfACaller() {
    Client.Answer answer = cairn.as(ADMIN).get(READ);
    assertEquals(200, answer.status());
    assertEquals(List.of(), answer.headers().allValues("Set-Cookie"));
    assertRefused(cairn.asNobody().get(READ));
  }

  private static boolean isRefusal(Client.Answer answer) {
    String type = answer.headers().firstValue("Content-Type").orElse("");
    String challenge = answer.headers().firstValue("WWW-Authenticate").orElse("");
    return answer.status() == 401
        && type.startsWith("application/problem+json")
        && answer.code().equals("NOT_AUTHENTICATED")
        && challenge.startsWith("Bearer")
        && !challenge.matches("(?s).*(org\\.|java\\.|Exception|north).*");
  }

  private static void assertRefused(Client.Answer answer) {
    assertTrue(isRefusal(answer), () -> answer + " " + answer.headers().map());
  }

  private Client.Answer send(String path, String authorization) {
    return get(path, r -> r.header("Authorization", authorization));
  }

  private Client.Answer get(String path, UnaryOperator<HttpRequest.Builder> request) {
    return cairn.asNobody().send(path, r -> request.apply(r).GET());
  }

  private static Token token() {
    return Token.of(issuer(), ADMIN);
  }

  private static String genuine() {
    return as(ADMIN);
  }

  private static String as(Person person) {
    return Token.of(issuer(), person).signedBy(issuer());
  }

  private static OwnIssuer issuer() {
    return AttackedCairn.issuer();
  }
}
