package org.cairn.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.cairn.launcher.Ports;
import org.cairn.system.Client;
import org.cairn.system.JobRuns;
import org.cairn.system.Person;
import org.cairn.system.TestServers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The shipped server with Azure Blob Storage, spoken by Microsoft's emulator. */
class AzureStorageIT {

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final String BACKUPS = "/api/v1/admin/backups";

  private static OwnCairn cairn;

  /** The emulator's process. */
  private record Emulator(Process process) implements AutoCloseable {

    @Override
    public void close() {
      process.destroyForcibly();
    }
  }

  @BeforeAll
  static void start() throws Exception {
    cairn = OwnCairn.prepare("azure");
    Path installed = cairn.home().root().resolve("ejb-module/target/azurite");
    assumeTrue(
        Files.exists(installed.resolve("package.json")),
        "the adapter's own test installs Azurite, where there is npm");
    int port = new Ports().from(21000);
    TestServers.start(() -> azurite(installed, port), emulator -> emulator.process().pid());
    cairn.set(
        JobKill.SETTINGS
            + " -Dcairn.objects.store=azure -Dcairn.objects.azure.connection='"
            + connection(port)
            + "'");
    cairn.startPostgres();
    cairn.startServer();
    cairn.api().load();
  }

  @AfterAll
  static void stop() {
    cairn.close();
  }

  @Test
  void whatAnAuthorStoresIsReadFromAzure() {
    String path = "/api/v1/content/objects/master-narratives/azure/scene-1.json";
    String story = "{\"title\":\"The lighthouse\"}";
    Client.Answer stored =
        cairn.api().as(Person.KURT_MCCARTHY).put(path, Map.of("title", "The lighthouse"));
    assertEquals(200, stored.status(), stored::toString);
    Client.Answer read = cairn.api().as(Person.LISA_WOODS).get(path);
    assertEquals("200 " + story, read.toString());
  }

  @Test
  void aBackupGoesToAzureAndIsWholeThere() throws Exception {
    Client admin = cairn.api().as(Person.DAVID_WILSON);
    JobRuns.run(admin, "profile-backup");
    JsonNode backup = admin.get(BACKUPS).body().at("/items/0");
    assertTrue(backup.path("parts").size() > 1, backup::toString);
    String restores = BACKUPS + "/" + backup.path("id").asText();
    assertEquals(202, admin.post(restores + ":restore", Map.of("dryRun", true)).status());
    Instant end = Instant.now().plus(PATIENCE);
    JsonNode tried = admin.get(restores + "/restores").body().at("/items/0");
    while (!tried.hasNonNull("endedAt") && Instant.now().isBefore(end)) {
      Thread.sleep(200);
      tried = admin.get(restores + "/restores").body().at("/items/0");
    }
    assertEquals("COMPLETED", tried.path("state").asText(), tried::toString);
    assertFalse(Files.exists(cairn.home().in("server").resolve("data/cairn-objects")));
  }

  private static Emulator azurite(Path folder, int port) throws Exception {
    Process process =
        new ProcessBuilder(
                "node",
                "node_modules/azurite/dist/src/blob/main.js",
                "--inMemoryPersistence",
                "--skipApiVersionCheck",
                "--silent",
                "--blobHost",
                "127.0.0.1",
                "--blobPort",
                String.valueOf(port))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(cairn.home().log("azurite").toFile())
            .start();
    Instant end = Instant.now().plus(PATIENCE);
    while (!answers(port)) {
      assertTrue(process.isAlive() && Instant.now().isBefore(end), "Azurite does not start");
      Thread.sleep(100);
    }
    return new Emulator(process);
  }

  private static boolean answers(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  /** For the account and the key that the emulator's manual publishes. */
  private static String connection(int port) {
    return "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey="
        + "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw=="
        + ";BlobEndpoint=http://127.0.0.1:"
        + port
        + "/devstoreaccount1;";
  }
}
