package org.cairn.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.AriaRole;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.cairn.launcher.SampleUser;
import org.cairn.system.Person;
import org.cairn.system.RunningCairn;

/** A tab with the demo page, whose client is {@code progress} in its console. */
final class Tab {

  static final String EVENTS = "learning_progress_events";
  static final String SNAPSHOT = "learning_progress_snapshot";
  static final String SYNC = "learning_progress_sync";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Page page;
  private final List<String> messages = new ArrayList<>();

  Tab(Page page) {
    this.page = page;
    page.onConsoleMessage((ConsoleMessage message) -> messages.add(message.text()));
    page.onPageError(error -> messages.add("page error: " + error));
  }

  Page page() {
    return page;
  }

  /** What the page has said in its console. */
  List<String> messages() {
    return messages;
  }

  void visit() {
    page.navigate(RunningCairn.get().baseUrl() + "/demo/sync/");
    awaitPage();
  }

  /**
   * Logs in at Keycloak, which asks a device once; returns when the client has taken the user up.
   */
  void login(Person person) {
    click("Log in");
    await("document.getElementById('username') || globalThis.progress?.state.userId");
    if (page.locator("#username").count() > 0) {
      SampleUser user = RunningCairn.get().user(person);
      page.locator("#username").fill(user.username());
      page.locator("#password").fill(user.password());
      page.locator("#kc-login").click();
    }
    await("globalThis.progress?.state.userId");
  }

  /** Logs in, and waits until nothing is left to send. */
  void loginAndSync(Person person) {
    login(person);
    awaitSynced();
  }

  void logout() {
    click("Log out");
    awaitPage();
    await("progress.state.userId === null");
  }

  void click(String button) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
        .click();
  }

  /** Records progress at an item; answers the event's id. */
  String record(String contentId, String status) {
    return (String)
        page.evaluate(
            "([contentId, status]) => progress.recordContent({contentId, status}).eventId",
            List.of(contentId, status));
  }

  String setActivePath(String path) {
    return (String) page.evaluate("path => progress.setActivePath(path).eventId", path);
  }

  /** As its button does, but also waits. */
  void sync() {
    page.evaluate("() => progress.sync()");
  }

  /** The value of an expression. */
  JsonNode read(String expression) {
    try {
      return JSON.readTree((String) page.evaluate("JSON.stringify((" + expression + ") ?? null)"));
    } catch (JsonProcessingException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  JsonNode state() {
    return read("progress.state");
  }

  /** How far an item is; missing where nothing is known of it. */
  String statusOf(String contentId) {
    return read("progress.snapshot.content").path(contentId).path("status").asText();
  }

  String syncOf(String eventId) {
    return read("progress.syncEntry(" + quoted(eventId) + ")").path("status").asText();
  }

  /** What storage holds, of a guest or of the user who is logged in. */
  JsonNode storedOfGuest(String key) {
    return read("JSON.parse(localStorage.getItem(" + quoted(key) + "))");
  }

  JsonNode storedOf(String userId, String key) {
    return storedOfGuest(key + ":" + userId);
  }

  String userId() {
    return state().path("userId").asText();
  }

  /** Waits until an expression holds. The page's policy forbids it to evaluate that by itself. */
  void await(String expression) {
    page.waitForCondition(
        () -> holds(expression), new Page.WaitForConditionOptions().setTimeout(60_000));
  }

  private boolean holds(String expression) {
    try {
      return Boolean.TRUE.equals(page.evaluate("Boolean(" + expression + ")"));
    } catch (PlaywrightException leaving) {
      // Between two pages there is nothing to ask.
      return false;
    }
  }

  void awaitSynced() {
    await("progress.state.status === 'synced'");
  }

  void awaitItem(String contentId) {
    await("progress.snapshot.content[" + quoted(contentId) + "]");
  }

  void assertShows(String contentId, String status) {
    assertEquals(status, statusOf(contentId), contentId);
  }

  private void awaitPage() {
    await("!(document.getElementById('login')?.disabled ?? true) && globalThis.progress");
  }

  static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
