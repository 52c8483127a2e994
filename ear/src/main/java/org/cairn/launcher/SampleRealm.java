package org.cairn.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The realm that ships, with the sample's people and clients added and given passwords of this
 * machine's own: what is in the sources opens nothing.
 */
public final class SampleRealm {

  public static final String CLIENT_ID = "cairn-sample";

  private final ObjectNode realm;
  private final List<SampleUser> users = new ArrayList<>();
  private final List<SystemClient> systemClients = new ArrayList<>();

  /**
   * Joins the two files of {@code config/keycloak}.
   *
   * @param baseUrl where the browser finds Cairn's pages
   */
  public SampleRealm(Home home, Secrets secrets, String baseUrl) {
    realm = read(home, "cairn-realm.json");
    ObjectNode sample = read(home, "sample-people.json");
    for (JsonNode client : realm.withArray("clients")) {
      if (client.has("rootUrl")) {
        ((ObjectNode) client).put("rootUrl", baseUrl);
      }
    }
    for (JsonNode client : sample.withArray("clients")) {
      realm.withArray("clients").add(withSecret((ObjectNode) client, secrets));
    }
    for (JsonNode user : sample.withArray("users")) {
      realm.withArray("users").add(withPassword((ObjectNode) user, secrets));
    }
  }

  String json() {
    return realm.toPrettyString();
  }

  public List<SampleUser> users() {
    return List.copyOf(users);
  }

  public List<SystemClient> systemClients() {
    return List.copyOf(systemClients);
  }

  private ObjectNode withSecret(ObjectNode client, Secrets secrets) {
    if (client.path("serviceAccountsEnabled").asBoolean()) {
      String id = client.path("clientId").asText();
      client.put("secret", secrets.of("client." + id));
      String tenant = client.at("/protocolMappers/0/config/claim.value").asText();
      systemClients.add(new SystemClient(tenant, id, secrets.of("client." + id)));
    }
    return client;
  }

  private ObjectNode withPassword(ObjectNode user, Secrets secrets) {
    if (!user.has("serviceAccountClientId")) {
      String name = user.path("username").asText();
      String password = secrets.of("user." + name);
      ArrayNode credentials = user.withArray("credentials");
      credentials.addPOJO(Map.of("type", "password", "value", password, "temporary", false));
      JsonNode tenant = user.at("/attributes/tenant/0");
      users.add(
          new SampleUser(
              user.at("/realmRoles/0").asText(),
              name,
              password,
              tenant.isMissingNode() ? null : tenant.asText(),
              null));
    }
    return user;
  }

  private static ObjectNode read(Home home, String name) {
    Path file = home.config().resolve("keycloak").resolve(name);
    try {
      return (ObjectNode) new ObjectMapper().readTree(file.toFile());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
