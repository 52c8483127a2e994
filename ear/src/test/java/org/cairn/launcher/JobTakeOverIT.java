package org.cairn.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.cairn.system.Client;
import org.cairn.system.LargeRoster;
import org.cairn.system.Person;
import org.cairn.system.SystemTest;
import org.junit.jupiter.api.Test;

/** A second server on the same database is killed in the middle of a job, and the first goes on. */
class JobTakeOverIT extends SystemTest {

  private static final String IMPORTS = "/api/v1/admin/roster/imports";
  private static final String RUNS = "/api/v1/admin/jobs/roster-import/executions";
  private static final int MANY = 200_000;
  private static final String OPTIONS =
      "-Xms256m -Xmx768m -Djava.net.preferIPv4Stack=true -Dcairn.node=second";

  @Test
  void aKilledServersImportEndsAsIfNothingHadHappened() throws Exception {
    Client first = server().as(Person.VICTOR_STONE);
    byte[] zip = LargeRoster.of(MANY);
    JsonNode whole = ended(first, post(first, zip));
    assertEquals("CHECKED", whole.path("state").asText(), whole::toString);
    JsonNode halted = ended(first, haltInTheMiddle(zip));
    assertEquals("CHECKED", halted.path("state").asText(), halted::toString);
    for (String part : new String[] {"rowsTotal", "rowsDone", "errorCount", "changes"}) {
      assertEquals(whole.path(part), halted.path(part), part);
    }
    JsonNode found = run(first, halted.path("id").asText());
    JsonNode run = closed(first, RUNS + "/" + found.path("id").asText());
    assertEquals("COMPLETED", run.path("state").asText(), run::toString);
    assertEquals(2, run.path("attempt").asInt(), run::toString);
    assertEquals(halted.path("rowsTotal"), run.path("counts").path("read"), run::toString);
    assertEquals(halted.path("rowsTotal"), run.path("progress").path("done"), run::toString);
  }

  @Test
  void aStoppedImportGoesOnWhereItStopped() throws Exception {
    Client admin = server().as(Person.VICTOR_STONE);
    String id = post(admin, LargeRoster.of(MANY));
    while (admin.get(IMPORTS + "/" + id).body().path("rowsDone").asLong() == 0) {
      Thread.onSpinWait();
    }
    String address = RUNS + "/" + run(admin, id).path("id").asText();
    assertEquals(200, deed(admin, address, "stop").status());
    JsonNode stopped = closed(admin, address);
    assertEquals("STOPPED", stopped.path("state").asText(), stopped::toString);
    assertTrue(
        stopped.path("progress").path("done").asLong()
            < stopped.path("progress").path("total").asLong(),
        stopped::toString);
    assertEquals(409, admin.post(IMPORTS, "application/zip", LargeRoster.of(MANY)).status());
    assertEquals(200, deed(admin, address, "restart").status());
    JsonNode view = ended(admin, id);
    assertEquals("CHECKED", view.path("state").asText(), view::toString);
    assertEquals(view.path("rowsTotal"), view.path("rowsDone"));
    JsonNode whole = closed(admin, address);
    assertEquals("COMPLETED", whole.path("state").asText(), whole::toString);
    assertEquals(view.path("rowsTotal"), whole.path("counts").path("read"), whole::toString);
  }

  private static Client.Answer deed(Client client, String address, String deed) {
    return client.post(address + ":" + deed, "application/json", new byte[0]);
  }

  private static JsonNode closed(Client client, String address) throws InterruptedException {
    for (int i = 0; i < 600; i++) {
      JsonNode run = client.get(address).body();
      if (run.hasNonNull("endedAt")) {
        return run;
      }
      Thread.sleep(200);
    }
    throw new IllegalStateException("The run does not end");
  }

  private static String haltInTheMiddle(byte[] zip) throws Exception {
    Path root = Path.of(System.getProperty("cairn.root"));
    Home home = new Home(root, root.resolve(".cairn/test/second")).create();
    Ports ports = new Ports();
    ServerSettings settings =
        new ServerSettings(server().database(), server().issuer().address(), home.config());
    try (WildFlyServer second =
        WildFlyServer.start(home, ports.from(18280), ports.from(19290), settings, OPTIONS)) {
      second.await(new Http());
      Client client = server().at(second.baseUrl(), Person.VICTOR_STONE);
      String id = post(client, zip);
      long done = 0;
      while (done == 0) {
        done = client.get(IMPORTS + "/" + id).body().path("rowsDone").asLong();
      }
      ProcessHandle script = ProcessHandle.of(second.pid()).orElseThrow();
      script.descendants().forEach(ProcessHandle::destroyForcibly);
      script.destroyForcibly();
      JsonNode view = server().as(Person.VICTOR_STONE).get(IMPORTS + "/" + id).body();
      assertTrue(
          view.path("rowsDone").asLong() < view.path("rowsTotal").asLong(),
          () -> "not in the middle: " + view);
      return id;
    }
  }

  private static JsonNode run(Client client, String importId) {
    for (JsonNode run : client.get(RUNS).body().path("items")) {
      if (run.path("parameters").path("importId").asText().equals(importId)) {
        return client.get(RUNS + "/" + run.path("id").asText()).body();
      }
    }
    throw new IllegalStateException("No run of the import");
  }

  private static String post(Client client, byte[] zip) {
    Client.Answer received =
        client.post(IMPORTS + "?dryRun=true&threshold=100", "application/zip", zip);
    assertEquals(202, received.status(), received::toString);
    return received.body().path("id").asText();
  }

  private static JsonNode ended(Client client, String id) throws InterruptedException {
    for (int i = 0; i < 1200; i++) {
      JsonNode view = client.get(IMPORTS + "/" + id).body();
      if (view.hasNonNull("finishedAt")) {
        return view;
      }
      Thread.sleep(200);
    }
    throw new IllegalStateException("The import did not finish");
  }
}
