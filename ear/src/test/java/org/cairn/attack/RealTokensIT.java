package org.cairn.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cairn.launcher.Home;
import org.cairn.launcher.Http;
import org.cairn.launcher.SampleRealm;
import org.cairn.launcher.SampleUser;
import org.cairn.launcher.Secrets;
import org.cairn.system.Client;
import org.cairn.system.Person;
import org.cairn.system.SystemTest;
import org.junit.jupiter.api.Test;

/** What a real Keycloak issues beside access tokens, and what happens when it changes its keys. */
class RealTokensIT extends SystemTest {

  private static final String READ = "/api/v1/learners/me/profile";

  private final Http http = new Http();
  private final Home home = Home.ofTests(Path.of(System.getProperty("cairn.root")));

  @Test
  void onlyTheAccessTokenOfALoginIsTaken() throws InterruptedException {
    server().learnerId(Person.DALE_JIMENEZ);
    JsonNode login = login("dale.jimenez");
    assertEquals(200, withToken(login, "access_token").status());
    assertRefused(withToken(login, "id_token"));
    assertRefused(withToken(login, "refresh_token"));
  }

  @Test
  void aTokenOfAnotherRealmOfTheSameKeycloakIsRefused() throws InterruptedException {
    assertRefused(server().withToken(administrator()).get(READ));
  }

  @Test
  void aNewSigningKeyIsPickedUpByItself() throws Exception {
    server().learnerId(Person.DALE_JIMENEZ);
    String realm = keycloak() + "/admin/realms/cairn";
    String id = http.get(realm, administrator()).body().path("id").asText();
    String component =
        """
        {"name": "rotated", "providerId": "rsa-generated", "parentId": "%s",
         "providerType": "org.keycloak.keys.KeyProvider",
         "config": {"priority": ["9000"], "enabled": ["true"], "active": ["true"],
           "algorithm": ["RS256"]}}"""
            .formatted(id);
    String before = kid(login("dale.jimenez"));
    String location =
        send("POST", realm + "/components", component).headers().map().get("location").get(0);
    try {
      JsonNode login = login("dale.jimenez");
      assertTrue(!before.equals(kid(login)), before);
      assertEquals(200, soon(login).status());
    } finally {
      assertEquals(204, send("DELETE", location, "").statusCode());
    }
  }

  @Test
  void aDisabledLoginGetsNoFurtherToken() throws Exception {
    String user = keycloak() + "/admin/realms/cairn/users";
    JsonNode found = http.get(user + "?exact=true&username=kurt.mccarthy", administrator()).body();
    String one = user + "/" + found.path(0).path("id").asText();
    assertEquals(204, send("PUT", one, "{\"enabled\": false}").statusCode());
    try {
      assertTrue(login("kurt.mccarthy").path("access_token").isMissingNode());
    } finally {
      assertEquals(204, send("PUT", one, "{\"enabled\": true}").statusCode());
    }
  }

  /** A node asks for keys at most every ten seconds, see WEB-INF/oidc.json. */
  private static Client.Answer soon(JsonNode login) throws InterruptedException {
    Client.Answer answer = withToken(login, "access_token");
    for (int i = 0; i < 30 && answer.status() != 200; i++) {
      Thread.sleep(500);
      answer = withToken(login, "access_token");
    }
    return answer;
  }

  private static Client.Answer withToken(JsonNode login, String kind) {
    String token = login.path(kind).asText();
    assertTrue(token.length() > 100, kind);
    return server().withToken(token).get(READ);
  }

  private static void assertRefused(Client.Answer answer) {
    assertEquals(401, answer.status(), answer::toString);
    assertEquals("NOT_AUTHENTICATED", answer.code());
  }

  private static String kid(JsonNode login) {
    String header = login.path("access_token").asText().split("\\.", -1)[0];
    return new String(
        java.util.Base64.getUrlDecoder().decode(header), java.nio.charset.StandardCharsets.UTF_8);
  }

  private JsonNode login(String username) throws InterruptedException {
    SampleUser user =
        new SampleRealm(home, new Secrets(home), server().baseUrl())
            .users().stream().filter(u -> u.username().equals(username)).findFirst().orElseThrow();
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "password");
    form.put("client_id", SampleRealm.CLIENT_ID);
    form.put("username", username);
    form.put("password", user.password());
    form.put("scope", "openid");
    return http.postForm(server().issuer().tokenUrl(), form).body();
  }

  /** The master realm's administrator. */
  private String administrator() throws InterruptedException {
    return http.postForm(
            keycloak() + "/realms/master/protocol/openid-connect/token",
            Map.of(
                "grant_type", "password",
                "client_id", "admin-cli",
                "username", "admin",
                "password", new Secrets(home).of("keycloak.admin")))
        .body()
        .path("access_token")
        .asText();
  }

  private static String keycloak() {
    return server().issuer().address().replaceFirst("/realms/.*", "");
  }

  private HttpResponse<String> send(String method, String address, String json)
      throws InterruptedException, IOException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address))
            .header("Authorization", "Bearer " + administrator())
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(json))
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
  }
}
