package org.cairn.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** Jobs as an administrator starts them and waits for them. */
public final class JobRuns {

  private static final String JOBS = "/api/v1/admin/jobs/";

  private JobRuns() {}

  /** Starts a job, after one of its kind that may run, and answers its completed run. */
  public static JsonNode run(Client admin, String job) throws InterruptedException {
    String runs = JOBS + job + "/executions";
    Client.Answer begun = admin.post(runs, Map.of());
    for (int i = 0; i < 300 && begun.status() == 409; i++) {
      Thread.sleep(100);
      begun = admin.post(runs, Map.of());
    }
    assertEquals(202, begun.status(), begun::toString);
    return await(admin, runs + "/" + begun.body().path("id").asText());
  }

  /** The run at that path, when it has completed. */
  static JsonNode await(Client admin, String run) throws InterruptedException {
    for (int i = 0; i < 600; i++) {
      JsonNode found = admin.get(run).body();
      if (found.hasNonNull("endedAt")) {
        assertEquals("COMPLETED", found.path("state").asText(), found::toString);
        return found;
      }
      Thread.sleep(100);
    }
    throw new IllegalStateException("The run does not end");
  }
}
