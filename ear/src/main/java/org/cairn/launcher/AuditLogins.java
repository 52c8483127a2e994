package org.cairn.launcher;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Who may have an audit verified: whoever the environment's token is of, or the sample's
 * administrators and operator.
 *
 * @param given a token for a Cairn elsewhere; its tenant is the one that is verified
 */
record AuditLogins(String baseUrl, @Nullable String given, @Nullable RunFile sample, Http http) {

  private static final String OPERATOR = "shared";

  static AuditLogins of(Map<String, String> environment, Home home, Http http) {
    String url = environment.get("CAIRN_URL");
    if (url != null) {
      String token = environment.get("CAIRN_TOKEN");
      if (token == null) {
        throw new LaunchFailure(
            "CAIRN_URL is set, so CAIRN_TOKEN must be set, too: an access token of a"
                + " district-admin, or of an operator");
      }
      return new AuditLogins(url.replaceAll("/+$", ""), token, null, http);
    }
    String text =
        RunFile.of(home)
            .read()
            .orElseThrow(
                () ->
                    new LaunchFailure(
                        "Cairn does not run here; for one elsewhere set CAIRN_URL and CAIRN_TOKEN"));
    try {
      RunFile sample = new ObjectMapper().readValue(text, RunFile.class);
      return new AuditLogins(sample.baseUrl(), null, sample, http);
    } catch (JsonProcessingException broken) {
      throw new LaunchFailure("cannot read .cairn/run.json: " + broken.getMessage());
    }
  }

  /** A token for each tenant that is asked for, which are all where none is named. */
  Map<String, String> tokens(@Nullable String wanted) throws InterruptedException {
    if (sample == null) {
      if (wanted != null) {
        throw new LaunchFailure("CAIRN_TOKEN decides which tenant is verified: leave --tenant out");
      }
      return Map.of(baseUrl, String.valueOf(given));
    }
    Map<String, String> tokens = new TreeMap<>();
    Issuer issuer = new Issuer("", sample.tokenUrl());
    for (SampleUser user : sample.users()) {
      String tenant = user.is("district-admin") ? user.tenant() : operators(user);
      if (tenant != null && (wanted == null || wanted.equals(tenant))) {
        tokens.put(tenant, issuer.tokenOf(user, sample.clientId(), http));
      }
    }
    if (tokens.isEmpty()) {
      throw new LaunchFailure("no login of the sample may verify the audit of " + wanted);
    }
    return tokens;
  }

  private static @Nullable String operators(SampleUser user) {
    return user.is("operator") && user.tenant() == null ? OPERATOR : null;
  }
}
