package org.cairn.events;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects, during one request, what the reactions made of the events. */
public final class Consequences {

  private final List<Consequence> all = new ArrayList<>();

  public void add(Consequence consequence) {
    all.add(consequence);
  }

  /** Those of one event, by kind and key: the same for a repeated request as for the first. */
  public List<Consequence> of(String eventId) {
    return all.stream()
        .filter(consequence -> consequence.eventId().equals(eventId))
        .sorted(Comparator.comparing(Consequence::kind).thenComparing(Consequence::key))
        .toList();
  }
}
