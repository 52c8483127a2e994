package org.cairn.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * An OpenID Connect issuer that Cairn trusts.
 *
 * @param address as it stands in the tokens
 * @param tokenUrl where a password or a client's secret is exchanged for a token
 */
public record Issuer(String address, String tokenUrl) {

  /** Reads the issuer's discovery document. */
  public static Issuer discover(String address, Http http) throws InterruptedException {
    if (!http.answers(discoveryUrl(address))) {
      throw new LaunchFailure("OIDC_ISSUER " + address + " has no discovery document");
    }
    JsonNode document = http.get(discoveryUrl(address)).body();
    String named = document.path("issuer").asText();
    if (!named.equals(address)) {
      throw new LaunchFailure("OIDC_ISSUER is " + address + " but names itself '" + named + "'");
    }
    return new Issuer(address, document.path("token_endpoint").asText());
  }

  static String discoveryUrl(String address) {
    return address + "/.well-known/openid-configuration";
  }

  /** An access token for a person of the sample; the client allows passwords, the sample's only. */
  public String tokenOf(SampleUser user, String clientId, Http http) throws InterruptedException {
    return token(
        http,
        Map.of(
            "grant_type",
            "password",
            "client_id",
            clientId,
            "username",
            user.username(),
            "password",
            user.password()));
  }

  /** An access token for a district's own program. */
  public String tokenOf(SystemClient client, Http http) throws InterruptedException {
    return token(
        http,
        Map.of(
            "grant_type", "client_credentials",
            "client_id", client.clientId(),
            "client_secret", client.clientSecret()));
  }

  private String token(Http http, Map<String, String> form) throws InterruptedException {
    Http.Answer answer = http.postForm(tokenUrl, form);
    if (!answer.isSuccess()) {
      throw new LaunchFailure("no token from " + tokenUrl + ": " + answer.text());
    }
    return answer.body().path("access_token").asText();
  }
}
