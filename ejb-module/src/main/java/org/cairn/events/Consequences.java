package org.cairn.events;

import java.util.ArrayList;
import java.util.List;

/** Collects, during one request, what the reactions made of the events. */
public final class Consequences {

  private final List<Consequence> all = new ArrayList<>();

  public void add(Consequence consequence) {
    all.add(consequence);
  }

  /** Those of one event, in the order of the reactions. */
  List<Consequence> of(String eventId) {
    return all.stream().filter(consequence -> consequence.eventId().equals(eventId)).toList();
  }
}
