package org.cairn.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.cairn.system.Client;
import org.cairn.system.Person;
import org.cairn.system.SystemTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/** A test in Chromium; each begins with devices that know nothing. */
abstract class BrowserTest extends SystemTest {

  private static Chromium chromium;

  private final List<Device> devices = new ArrayList<>();

  @BeforeAll
  static void startChromium() {
    // Its pages ask Keycloak at once, which may still be starting.
    server().load();
    chromium = Chromium.start();
  }

  @AfterAll
  static void stopChromium() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @AfterEach
  void closeDevices() {
    devices.forEach(Device::close);
  }

  Device device() {
    Device device = chromium.device();
    devices.add(device);
    return device;
  }

  /** An item that no other test has touched. */
  static String newItem() {
    return "item-" + UUID.randomUUID();
  }

  /** All events that the server has of a learner, in the order in which it took them. */
  static List<JsonNode> eventsOf(Person learner) {
    Client client = server().as(learner);
    List<JsonNode> events = new ArrayList<>();
    JsonNode data = client.get("/api/v1/learning/progress").body().path("data");
    data.path("events").forEach(events::add);
    while (data.path("hasMore").asBoolean()) {
      String since = data.path("cursor").asText();
      data = client.get("/api/v1/learning/progress?since=" + since).body().path("data");
      data.path("events").forEach(events::add);
    }
    return events;
  }

  static List<String> eventIdsOf(Person learner) {
    return eventsOf(learner).stream().map(event -> event.path("eventId").asText()).toList();
  }
}
