package org.cairn.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Loads the sample's districts the way a real one is loaded: over REST, with real tokens. */
public final class SampleLoader {

  private static final Set<String> FAILURES = Set.of("FAILED", "REJECTED", "STOPPED", "ABANDONED");
  private static final int POLLS = 1200;
  private static final long PAUSE = 250;

  private final Home home;
  private final SampleRealm realm;
  private final Issuer issuer;
  private final Api api;
  private final Progress progress;

  /** The REST API of a running server, and the client to call it with. */
  public record Api(String baseUrl, Http http) {

    String at(String path) {
      return baseUrl + "/api/v1" + path;
    }
  }

  public SampleLoader(Home home, SampleRealm realm, Issuer issuer, Api api, Progress progress) {
    this.home = home;
    this.realm = realm;
    this.issuer = issuer;
    this.api = api;
    this.progress = progress;
  }

  /** Loads what the marks do not know yet, and answers the people, learners with their ids. */
  public List<SampleUser> load(SampleMarks marks) throws InterruptedException {
    LocalDate today = LocalDate.now(ZoneId.systemDefault());
    for (SampleDistrict district : SampleDistrict.all(home)) {
      SampleRoster roster = district.roster();
      Optional<WeekShift> known =
          marks.of(district).filter(shift -> shift.brings(today, roster.semesters()) > 0);
      if (known.isEmpty()) {
        WeekShift shift = WeekShift.into(roster.semesters(), today);
        register(district);
        importRoster(district, roster.zip(shift));
        marks.loaded(district, shift);
      }
    }
    return withLearnerIds();
  }

  private void register(SampleDistrict district) throws InterruptedException {
    String token = tokenOf(operator());
    String address = api.at("/admin/tenants/" + district.tenant());
    Http.Answer answer = api.http().put(address, token, Map.of("name", district.name()));
    if (!answer.isSuccess()) {
      throw refused("registering " + district.tenant(), answer);
    }
  }

  private void importRoster(SampleDistrict district, byte[] zip) throws InterruptedException {
    progress.say("loading the roster of " + district.name());
    String token = tokenOf(districtAdmin(district));
    String imports = api.at("/admin/roster/imports");
    Http.Answer accepted = api.http().post(imports, token, "application/zip", zip);
    if (accepted.status() != 202) {
      throw refused("the roster of " + district.tenant(), accepted);
    }
    String status = imports + "/" + accepted.body().path("id").asText();
    for (int poll = 0; poll < POLLS; poll++) {
      Http.Answer answer = api.http().get(status, token);
      if (!answer.isSuccess() || FAILURES.contains(answer.body().path("state").asText())) {
        throw refused("the roster of " + district.tenant(), answer);
      }
      if (answer.body().path("state").asText().equals("APPLIED")) {
        progress.say("loaded " + rows(answer.body()) + " of " + district.name());
        return;
      }
      Thread.sleep(PAUSE);
    }
    throw new LaunchFailure("the roster of " + district.tenant() + " is still not applied");
  }

  private static String rows(JsonNode status) {
    return status.path("rowsTotal").asLong() + " rows";
  }

  private List<SampleUser> withLearnerIds() throws InterruptedException {
    List<SampleUser> users = new ArrayList<>();
    for (SampleUser user : realm.users()) {
      users.add(user.is("learner") ? withLearnerId(user) : user);
    }
    return users;
  }

  private SampleUser withLearnerId(SampleUser user) throws InterruptedException {
    Http.Answer answer = api.http().get(api.at("/learners/me/profile"), tokenOf(user));
    if (!answer.isSuccess()) {
      throw refused("the profile of " + user.username(), answer);
    }
    return user.withLearnerId(answer.body().path("learnerId").asText());
  }

  /** Who runs the installation: an operator of no district. */
  private SampleUser operator() {
    return realm.users().stream()
        .filter(user -> user.is("operator") && user.tenant() == null)
        .findFirst()
        .orElseThrow();
  }

  private SampleUser districtAdmin(SampleDistrict district) {
    return realm.users().stream()
        .filter(user -> user.is("district-admin", district.tenant()))
        .findFirst()
        .orElseThrow();
  }

  private String tokenOf(SampleUser user) throws InterruptedException {
    return issuer.tokenOf(user, SampleRealm.CLIENT_ID, api.http());
  }

  private static LaunchFailure refused(String what, Http.Answer answer) {
    return new LaunchFailure(what + ": status " + answer.status() + " " + answer.text().strip());
  }
}
