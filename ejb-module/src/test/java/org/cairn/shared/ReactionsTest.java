package org.cairn.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReactionsTest {

  private record Happened() implements DomainEvent {}

  private static final class Reacting {}

  private static final class Bystander {}

  @Test
  void passesWhatIsObserved() {
    assertEquals(
        List.of(),
        Reactions.lost(
            Set.of(Happened.class),
            Set.of(Reacting.class),
            Map.of(Happened.class, Set.of(Reacting.class))));
  }

  @Test
  void namesAnEventThatNoReactionObserves() {
    assertEquals(
        List.of("No reaction observes the domain event " + Happened.class.getName()),
        Reactions.lost(
            Set.of(Happened.class), Set.of(), Map.of(Happened.class, Set.of(Bystander.class))));
  }

  @Test
  void namesAReactionThatTheContainerDoesNotKnow() {
    assertEquals(
        List.of("The reaction " + Reacting.class.getName() + " observes no domain event"),
        Reactions.lost(Set.of(), Set.of(Reacting.class), Map.of()));
  }
}
