package org.cairn.metrics;

import java.util.List;

/**
 * What is counted. Labels take few values, and none that tells a tenant or a person: what a number
 * is kept for lives as long as the server, and each value is a time series of its own.
 */
public enum Count {
  /** Events that were new. */
  EVENTS_STORED("cairn.events.stored", "trust", "client system server"),
  /** Events that were sent again. */
  EVENTS_DUPLICATE("cairn.events.duplicates", "trust", "client system server"),
  /** XP that were paid for the first time. */
  XP_AWARDED("cairn.xp.awarded", "verified", "true false"),
  /** XP by which an earlier payment was corrected, each way a positive amount. */
  XP_CORRECTED("cairn.xp.corrected", "direction", "up down"),
  /** Rows of rosters that were received for checking. */
  IMPORT_ROWS("cairn.import.rows", "import", "roster");

  private final String meter;
  private final String label;
  private final String values;

  Count(String meter, String label, String values) {
    this.meter = meter;
    this.label = label;
    this.values = values;
  }

  /** Its name in Micrometer; Prometheus shows it with underscores and {@code _total}. */
  String meter() {
    return meter;
  }

  String label() {
    return label;
  }

  /** All values that the label can take. */
  List<String> labelValues() {
    return List.of(values.split(" "));
  }
}
