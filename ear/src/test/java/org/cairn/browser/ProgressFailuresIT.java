package org.cairn.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cairn.system.Person;
import org.junit.jupiter.api.Test;

/** What the client does when something doesn't work. */
class ProgressFailuresIT extends BrowserTest {

  @Test
  void triesAgainAfterOneFiveFifteenAndSixtySeconds() {
    Device device = device();
    device.takeTheClock();
    Tab tab = device.open();
    tab.loginAndSync(Person.DALE_JIMENEZ);
    device.stopTheClock(tab);
    device.intercept(Route::abort);
    int before = device.calls("PUT").size();
    String event = tab.record(newItem(), "completed");
    long[] delays = {1500, 1000, 5000, 15_000};
    for (int failures = 1; failures <= delays.length; failures++) {
      device.passMillis(delays[failures - 1] - 1);
      tab.page().waitForTimeout(100);
      assertEquals(before + failures - 1, device.calls("PUT").size());
      device.passMillis(1);
      awaitRetries(tab, event, failures);
      assertEquals(before + failures, device.calls("PUT").size());
    }
    device.interceptNoMore();
    device.passMillis(60_000);
    tab.awaitSynced();
    assertTrue(eventIdsOf(Person.DALE_JIMENEZ).contains(event));
  }

  @Test
  void afterTheFourthRetryWaitsForAReason() {
    Device device = device();
    device.takeTheClock();
    Tab tab = device.open();
    tab.loginAndSync(Person.DALE_JIMENEZ);
    device.stopTheClock(tab);
    device.intercept(Route::abort);
    String event = tab.record(newItem(), "completed");
    long[] delays = {1500, 1000, 5000, 15_000, 60_000};
    for (int failures = 1; failures <= delays.length; failures++) {
      device.passMillis(delays[failures - 1]);
      awaitRetries(tab, event, failures);
    }
    int tried = device.calls("PUT").size();
    device.passMillis(400_000);
    tab.page().waitForTimeout(100);
    assertEquals(tried, device.calls("PUT").size());
    device.interceptNoMore();
    tab.page().evaluate("dispatchEvent(new Event('online'))");
    tab.awaitSynced();
  }

  @Test
  void aRefusalForGoodIsTriedAgainByHandOnly() {
    Device device = device();
    device.takeTheClock();
    Tab tab = device.open();
    tab.loginAndSync(Person.TYRONE_DYER);
    device.stopTheClock(tab);
    device.intercept(route -> answer(route, 403, "{\"code\": \"FORBIDDEN\", \"detail\": \"No.\"}"));
    String event = tab.record(newItem(), "completed");
    device.passMillis(1500);
    tab.await("progress.state.error?.code === 'FORBIDDEN'");
    assertEquals("error", tab.syncOf(event));
    assertFalse(tab.state().path("error").path("retryable").asBoolean());
    int tried = device.calls("PUT").size();
    device.passMillis(120_000);
    tab.page().evaluate("dispatchEvent(new Event('online'))");
    tab.page().waitForTimeout(200);
    assertEquals(tried, device.calls("PUT").size());

    device.interceptNoMore();
    tab.click("Sync now");
    tab.awaitSynced();
    assertTrue(eventIdsOf(Person.TYRONE_DYER).contains(event));
  }

  @Test
  void whatWasErasedAtTheServerIsForgottenHere() {
    Device device = device();
    Tab tab = device.open();
    tab.loginAndSync(Person.TYRONE_DYER);
    String user = tab.userId();
    device.intercept(route -> answer(route, 410, "{\"code\": \"LEARNER_ERASED\"}"));
    tab.record(newItem(), "completed");
    tab.sync();
    assertEquals("LEARNER_ERASED", tab.state().path("error").path("code").asText());
    assertEquals("[]", tab.read("progress.events").toString());
    assertTrue(tab.storedOf(user, Tab.EVENTS).isNull());
    assertTrue(tab.storedOf(user, Tab.SNAPSHOT).isNull());
    assertTrue(tab.storedOf(user, Tab.SYNC).isNull());
  }

  @Test
  void waitsAsLongAsTheServerAsks() {
    Device device = device();
    device.takeTheClock();
    Tab tab = device.open();
    tab.loginAndSync(Person.TYRONE_DYER);
    device.stopTheClock(tab);
    device.intercept(
        route ->
            route.fulfill(
                new Route.FulfillOptions().setStatus(429).setHeaders(Map.of("Retry-After", "30"))));
    String event = tab.record(newItem(), "completed");
    device.passMillis(1500);
    awaitRetries(tab, event, 1);
    int tried = device.calls("PUT").size();
    device.interceptNoMore();
    device.passMillis(20_000);
    tab.page().waitForTimeout(200);
    assertEquals(tried, device.calls("PUT").size());
    device.passMillis(10_000);
    tab.awaitSynced();
  }

  @Test
  void oneBadEventAmongTenIsShownAndHoldsNothingUp() {
    Tab tab = device().open();
    tab.loginAndSync(Person.LISA_WOODS);
    List<String> good = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      good.add(tab.record(newItem(), "completed"));
      if (i == 4) {
        tab.click("Do what the server refuses");
      }
    }
    tab.sync();
    assertTrue(eventIdsOf(Person.LISA_WOODS).containsAll(good));
    JsonNode failed = tab.state().path("failed");
    assertEquals(1, failed.size(), failed::toString);
    assertFalse(failed.path(0).path("retryable").asBoolean());
    String bad = failed.path(0).path("eventId").asText();
    assertFalse(eventIdsOf(Person.LISA_WOODS).contains(bad));
    assertTrue(tab.page().locator("#failures").textContent().contains(bad));
    assertTrue(tab.messages().stream().anyMatch(message -> message.contains(bad)));

    String next = tab.record(newItem(), "completed");
    tab.await("progress.syncEntry(" + Tab.quoted(next) + ").status === 'synced'");
    assertEquals("error", tab.syncOf(bad));
  }

  @Test
  void aBodyThatIsRefusedIsHalvedUntilTheBadEventIsAlone() {
    Device device = device();
    Tab tab = device.open();
    tab.loginAndSync(Person.LISA_WOODS);
    String poison = newItem();
    device.intercept(
        route -> {
          String body = route.request().postData();
          if (body != null && body.contains(poison)) {
            answer(route, 413, "{\"code\": \"BODY_TOO_LARGE\"}");
          } else {
            route.resume();
          }
        });
    List<String> good = new ArrayList<>();
    String bad = "";
    for (int i = 0; i < 10; i++) {
      if (i == 6) {
        bad = tab.record(poison, "completed");
      } else {
        good.add(tab.record(newItem(), "completed"));
      }
    }
    tab.sync();
    assertTrue(eventIdsOf(Person.LISA_WOODS).containsAll(good));
    assertEquals("error", tab.syncOf(bad));
  }

  @Test
  void aPortalThatAnswersEverythingIsNotTakenForTheServer() {
    Device device = device();
    Tab tab = device.open();
    tab.loginAndSync(Person.LISA_WOODS);
    device.intercept(route -> answer(route, 200, "<html>Welcome to the school's network</html>"));
    String event = tab.record(newItem(), "completed");
    tab.sync();
    assertEquals("UNINTELLIGIBLE", tab.state().path("error").path("code").asText());
    assertEquals("error", tab.syncOf(event));
    device.interceptNoMore();
    tab.sync();
    assertEquals("synced", tab.syncOf(event));
  }

  @Test
  void aFullStorageLosesNothingAndIsTold() {
    Device device = device();
    Tab tab = device.open();
    tab.loginAndSync(Person.TYRONE_DYER);
    String kept = tab.record(newItem(), "completed");
    tab.sync();
    String user = tab.userId();
    device.goOffline();
    fill(tab);
    String item = newItem();
    String event = tab.record(item, "passed");
    tab.assertShows(item, "passed");
    assertEquals("error", tab.syncOf(event));
    assertTrue(tab.state().path("storageFull").asBoolean());
    assertTrue(tab.messages().stream().anyMatch(message -> message.contains("cannot be stored")));
    assertTrue(tab.page().locator("#failures").textContent().contains("no room left"));
    assertTrue(tab.storedOf(user, Tab.EVENTS).toString().contains(kept));

    tab.page().evaluate("localStorage.removeItem('junk')");
    String next = tab.record(newItem(), "completed");
    assertFalse(tab.state().path("storageFull").asBoolean());
    assertEquals("local", tab.syncOf(event));
    String stored = tab.storedOf(user, Tab.EVENTS).toString();
    assertTrue(stored.contains(kept) && stored.contains(event) && stored.contains(next));
    device.goOnline();
    tab.awaitSynced();
    assertTrue(eventIdsOf(Person.TYRONE_DYER).containsAll(List.of(event, next)));
  }

  @Test
  void whatCannotBeStoredIsSyncedAllTheSame() {
    Tab tab = device().open();
    tab.loginAndSync(Person.TYRONE_DYER);
    fill(tab);
    String event = tab.record(newItem(), "passed");
    tab.sync();
    assertTrue(eventIdsOf(Person.TYRONE_DYER).contains(event));
    assertEquals("synced", tab.syncOf(event));
  }

  @Test
  void moreThanAHundredEventsGoInSeveralRequests() {
    Device device = device();
    Tab tab = device.open();
    tab.loginAndSync(Person.DALE_JIMENEZ);
    device.goOffline();
    tab.page().evaluate("for (let i = 0; i < 250; i++) { progress.setActivePath('path-' + i); }");
    int before = device.calls("PUT").size();
    device.goOnline();
    tab.awaitSynced();
    assertEquals(before + 3, device.calls("PUT").size());
    assertEquals("path-249", tab.read("progress.snapshot.activePath").asText());
  }

  @Test
  void aCursorThatTheServerDoesNotKnowBringsTheWholeLogAgain() {
    Tab tab = device().open();
    tab.loginAndSync(Person.DALE_JIMENEZ);
    String item = newItem();
    tab.record(item, "completed");
    tab.sync();
    String key = Tab.quoted(Tab.SYNC + ":" + tab.userId());
    String events = Tab.quoted(Tab.EVENTS + ":" + tab.userId());
    tab.page()
        .evaluate(
            "const state = JSON.parse(localStorage.getItem(%s)); state.lastSyncedCursor = 'gone';"
                    .formatted(key)
                + " localStorage.setItem(%s, JSON.stringify(state)); localStorage.setItem(%s, '[]')"
                    .formatted(key, events));
    tab.visit();
    tab.awaitSynced();
    tab.assertShows(item, "completed");
    assertEquals(
        eventIdsOf(Person.DALE_JIMENEZ).size(), tab.read("progress.events.length").asInt());
  }

  @Test
  void aLostEventIsNoticedByTheServersSnapshot() {
    Tab tab = device().open();
    tab.loginAndSync(Person.DALE_JIMENEZ);
    String item = newItem();
    tab.record(item, "completed");
    tab.sync();
    String events = Tab.quoted(Tab.EVENTS + ":" + tab.userId());
    tab.page().evaluate("localStorage.setItem(%s, '[]')".formatted(events));
    tab.visit();
    tab.awaitSynced();
    tab.assertShows(item, "completed");
  }

  @Test
  void whatIsNoJsonIsPutAsideAndNotWrittenOver() {
    Tab tab = device().open();
    tab.page().evaluate("localStorage.setItem('learning_progress_events', '[{broken')");
    tab.visit();
    String item = newItem();
    tab.record(item, "completed");
    tab.assertShows(item, "completed");
    assertEquals(
        "[{broken",
        tab.read("localStorage.getItem('learning_progress_events.unreadable')").asText());
  }

  private static void awaitRetries(Tab tab, String event, int count) {
    tab.await(
        "(entry => entry.status === 'error' && entry.retryCount === %d)(progress.syncEntry(%s))"
            .formatted(count, Tab.quoted(event)));
  }

  private static void answer(Route route, int status, String body) {
    route.fulfill(new Route.FulfillOptions().setStatus(status).setBody(body));
  }

  /** Leaves no room for a single character. */
  private static void fill(Tab tab) {
    tab.page()
        .evaluate(
            """
            () => {
              let junk = "";
              for (let size = 4 * 1024 * 1024; size >= 1; size = size / 2) {
                try {
                  localStorage.setItem("junk", junk + "x".repeat(size));
                  junk += "x".repeat(size);
                } catch (full) {
                  // Half as much may fit.
                }
              }
            }
            """);
  }
}
