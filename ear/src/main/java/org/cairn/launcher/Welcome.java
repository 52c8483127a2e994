package org.cairn.launcher;

import java.util.Locale;
import java.util.Optional;

/** What a person reads who has just started Cairn. */
record Welcome(RunFile run, Optional<String> keycloak) {

  private static final String SECRETS = ".cairn/run/secrets.properties";

  String text() {
    StringBuilder text = new StringBuilder("\nCairn is ready.\n");
    line(text, "API", run.baseUrl() + "/api/v1, described at " + run.baseUrl() + "/api/docs");
    line(text, "pages", run.baseUrl() + "/demo/sync: progress that is synced");
    line(text, "health", run.managementUrl() + "/health");
    keycloak.ifPresent(
        address -> line(text, "Keycloak", address + ", admin's password in " + SECRETS));
    line(text, "scripts", "read .cairn/run.json");
    if (!run.users().isEmpty()) {
      text.append("\nSample logins\n");
      run.users().forEach(user -> text.append(login(user)));
      text.append("\nA first request, as a learner:\n").append(firstRequest()).append('\n');
    }
    return text.toString();
  }

  private static void line(StringBuilder text, String name, String value) {
    text.append(String.format(Locale.ROOT, "  %-10s %s%n", name, value));
  }

  private static String login(SampleUser user) {
    return String.format(
        Locale.ROOT,
        "  %-15s %-18s %-17s %s%n",
        user.role(),
        user.username(),
        user.password(),
        user.tenant() == null ? "" : user.tenant());
  }

  private String firstRequest() {
    SampleUser learner =
        run.users().stream().filter(user -> user.is("learner")).findFirst().orElseThrow();
    return ("curl -s -H \"Authorization: Bearer $(curl -s -d grant_type=password -d client_id=%s"
            + " -d username=%s -d password=%s %s"
            + " | sed 's/.*\"access_token\":\"\\([^\"]*\\)\".*/\\1/')\""
            + " %s/api/v1/learners/me/profile")
        .formatted(
            run.clientId(), learner.username(), learner.password(), run.tokenUrl(), run.baseUrl());
  }
}
