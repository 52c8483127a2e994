package org.cairn.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.cairn.system.Person;
import org.junit.jupiter.api.Test;

/** From guest to user, from device to device, from tab to tab. */
class ProgressClientIT extends BrowserTest {

  @Test
  void guestsAskTheServerNothing() {
    Device device = device();
    Tab tab = device.open();
    String item = newItem();
    tab.record(item, "completed");
    tab.sync();
    tab.visit();
    tab.assertShows(item, "completed");
    assertEquals(List.of(), device.calls("GET"));
    assertEquals(List.of(), device.calls("PUT"));
  }

  @Test
  void whatAGuestHasDoneIsThereAtOnceAfterLoginAndLeavesTheGuestOnceTheServerHasIt() {
    Device device = device();
    Tab tab = device.open();
    String item = newItem();
    String event = tab.record(item, "completed");
    List<Route> held = new ArrayList<>();
    device.intercept(held::add);

    tab.login(Person.DALE_JIMENEZ);
    tab.assertShows(item, "completed");
    assertTrue(tab.state().path("bootstrapping").asBoolean());
    next(tab, held, "GET").resume();
    Route put = next(tab, held, "PUT");
    assertEquals(event, tab.storedOfGuest(Tab.EVENTS).path(0).path("eventId").asText());
    assertFalse(eventIdsOf(Person.DALE_JIMENEZ).contains(event));

    device.interceptNoMore();
    put.resume();
    tab.awaitSynced();
    assertEquals(1, Collections.frequency(eventIdsOf(Person.DALE_JIMENEZ), event));
    assertTrue(tab.storedOfGuest(Tab.EVENTS).isNull());
    assertTrue(tab.storedOfGuest(Tab.SNAPSHOT).isNull());
    assertEquals("synced", tab.syncOf(event));
  }

  @Test
  void whatIsDoneOfflineIsSyncedWhenTheDeviceIsOnlineAgain() {
    Device device = device();
    Tab tab = device.open();
    tab.loginAndSync(Person.TYRONE_DYER);
    device.goOffline();
    String item = newItem();
    String event = tab.record(item, "passed");
    tab.assertShows(item, "passed");
    assertEquals("local", tab.syncOf(event));
    assertEquals("local", tab.state().path("status").asText());
    assertFalse(eventIdsOf(Person.TYRONE_DYER).contains(event));

    device.goOnline();
    tab.awaitSynced();
    assertTrue(eventIdsOf(Person.TYRONE_DYER).contains(event));
  }

  @Test
  void aReloadKeepsWhatWasNotSynced() {
    Device device = device();
    Tab tab = device.open();
    tab.loginAndSync(Person.TYRONE_DYER);
    device.intercept(Route::abort);
    String event = tab.record(newItem(), "completed");
    tab.visit();
    tab.await("progress.state.userId");
    assertTrue(tab.read("progress.events.map(event => event.eventId)").toString().contains(event));
    device.interceptNoMore();
    tab.sync();
    assertEquals(1, Collections.frequency(eventIdsOf(Person.TYRONE_DYER), event));
  }

  @Test
  void tabsShowWhatTheOthersDoAndSendItOnce() {
    Device device = device();
    Tab one = device.open();
    one.loginAndSync(Person.LISA_WOODS);
    Tab other = device.open();
    other.loginAndSync(Person.LISA_WOODS);
    String first = newItem();
    String second = newItem();
    List<String> events = List.of(one.record(first, "completed"), other.record(second, "passed"));
    other.awaitItem(first);
    one.awaitItem(second);
    one.awaitSynced();
    other.awaitSynced();
    List<String> stored = eventIdsOf(Person.LISA_WOODS);
    events.forEach(event -> assertEquals(1, Collections.frequency(stored, event)));
    JsonNode kept = one.storedOf(one.userId(), Tab.EVENTS);
    assertEquals(one.read("progress.events").size(), kept.size());
    assertEquals(one.read("progress.snapshot"), other.read("progress.snapshot"));
  }

  @Test
  void anotherDeviceGetsAnOldEventThatComesLate() {
    Device tablet = device();
    Tab late = tablet.open();
    late.loginAndSync(Person.DALE_JIMENEZ);
    tablet.goOffline();
    String event = late.setActivePath("path-of-the-past");
    String item = newItem();
    late.record(item, "completed");

    Tab early = device().open();
    early.loginAndSync(Person.DALE_JIMENEZ);
    early.setActivePath("path-of-today");
    early.sync();
    early.awaitSynced();

    tablet.goOnline();
    late.awaitSynced();
    early.sync();
    early.assertShows(item, "completed");
    assertTrue(
        early.read("progress.events.map(event => event.eventId)").toString().contains(event));
    assertEquals("path-of-today", early.read("progress.snapshot.activePath").asText());
    late.sync();
    assertEquals(early.read("progress.snapshot"), late.read("progress.snapshot"));
  }

  @Test
  void whatIsDoneWhileTheServersEventsAreAwaitedIsKept() {
    Device device = device();
    Tab tab = device.open();
    List<Route> held = new ArrayList<>();
    device.intercept(held::add);
    tab.login(Person.LISA_WOODS);
    String item = newItem();
    String event = tab.record(item, "completed");
    tab.assertShows(item, "completed");
    assertTrue(tab.state().path("bootstrapping").asBoolean());

    Route get = next(tab, held, "GET");
    device.interceptNoMore();
    get.resume();
    tab.awaitSynced();
    tab.assertShows(item, "completed");
    assertTrue(eventIdsOf(Person.LISA_WOODS).contains(event));
  }

  @Test
  void whoLogsOutIsAGuestAgainAndMayBeOnboardedAnew() {
    Device device = device();
    Tab tab = device.open();
    tab.loginAndSync(Person.TYRONE_DYER);
    tab.page().evaluate("progress.completeOnboarding('path-before')");
    tab.sync();
    String user = tab.userId();
    JsonNode before = tab.storedOf(user, Tab.EVENTS);

    tab.logout();
    assertTrue(tab.read("progress.snapshot.onboardingPathId").isNull());
    String event =
        (String) tab.page().evaluate("progress.completeOnboarding('path-after').eventId");
    assertEquals("path-after", tab.read("progress.snapshot.onboardingPathId").asText());
    assertEquals(before, tab.storedOf(user, Tab.EVENTS));

    tab.loginAndSync(Person.TYRONE_DYER);
    assertEquals("path-after", tab.read("progress.snapshot.onboardingPathId").asText());
    assertTrue(eventIdsOf(Person.TYRONE_DYER).contains(event));
    assertTrue(tab.storedOf(user, Tab.EVENTS).size() > before.size(), "the history before is kept");
  }

  @Test
  void aGuestsProgressThatOneUserHasTakenUpIsNotTakenUpByTheNext() {
    Device device = device();
    Tab tab = device.open();
    String item = newItem();
    String event = tab.record(item, "completed");
    device.intercept(Route::abort);
    tab.login(Person.DALE_JIMENEZ);
    tab.assertShows(item, "completed");
    tab.logout();
    tab.assertShows(item, "completed");

    device.interceptNoMore();
    tab.loginAndSync(Person.LISA_WOODS);
    assertEquals("", tab.statusOf(item));
    assertFalse(eventIdsOf(Person.LISA_WOODS).contains(event));
  }

  @Test
  void eachChangeIsTellingOnTheWindow() {
    Tab tab = device().open();
    tab.page()
        .evaluate(
            "globalThis.told = [];"
                + " addEventListener('learning-progress-update',"
                + " ({detail}) => told.push(detail.snapshot.activePath))");
    tab.setActivePath("one");
    tab.setActivePath("two");
    assertEquals("[\"one\",\"two\"]", tab.read("told").toString());
  }

  @Test
  void onlyEventsLeaveTheBrowser() {
    Device device = device();
    Tab tab = device.open();
    tab.loginAndSync(Person.LISA_WOODS);
    tab.record(newItem(), "completed");
    tab.page().evaluate("progress.resetOnboarding()");
    tab.sync();
    tab.awaitSynced();
    List<String> bodies = device.calls("PUT").stream().map(call -> call.postData()).toList();
    assertFalse(bodies.isEmpty());
    for (String body : bodies) {
      JsonNode sent = tab.read(body);
      assertEquals(List.of("clientUpdatedAt", "events"), names(sent));
      sent.path("events")
          .forEach(
              event ->
                  assertTrue(
                      List.of("eventId", "occurredAt", "clientId", "type", "payload")
                          .containsAll(names(event)),
                      event::toString));
    }
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    Collections.sort(names);
    return names;
  }

  /** The next call that is held, or will be. */
  private static Route next(Tab tab, List<Route> held, String method) {
    for (int tries = 0; held.isEmpty() && tries < 600; tries++) {
      tab.page().waitForTimeout(50);
    }
    Route route = held.remove(0);
    assertEquals(method, route.request().method());
    return route;
  }
}
