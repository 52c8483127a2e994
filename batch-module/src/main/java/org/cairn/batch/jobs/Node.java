package org.cairn.batch.jobs;

import jakarta.inject.Singleton;
import java.time.Duration;
import org.cairn.shared.Ids;
import org.cairn.shared.Setting;

/** This server, from its start to its end: after a restart it is another one. */
@Singleton
class Node {

  private final String name = Setting.of("cairn.node", "cairn") + "/" + Ids.next();
  private final Duration lease =
      Duration.ofSeconds(Long.parseLong(Setting.of("cairn.jobs.lease", "30")));

  String name() {
    return name;
  }

  /** How long a silent server counts as alive. */
  Duration lease() {
    return lease;
  }
}
