package org.cairn.shared;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.ProcessObserverMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stops a deployment that would lose a consequence: a domain event that nobody observes, or a
 * reaction that the container does not know as an observer.
 *
 * <p>Both mistakes are silent in CDI: a class that is no bean, and an event without observers, are
 * legal.
 */
public class Reactions implements Extension {

  private final Set<Class<?>> events = ConcurrentHashMap.newKeySet();
  private final Set<Class<?>> marked = ConcurrentHashMap.newKeySet();
  private final Map<Class<?>, Set<Class<?>>> observersOf = new ConcurrentHashMap<>();

  <T> void see(@Observes ProcessAnnotatedType<T> type) {
    Class<?> seen = type.getAnnotatedType().getJavaClass();
    if (DomainEvent.class.isAssignableFrom(seen) && !seen.isInterface()) {
      events.add(seen);
    }
    if (seen.isAnnotationPresent(Reaction.class)) {
      marked.add(seen);
    }
  }

  <T, X> void see(@Observes ProcessObserverMethod<T, X> observer) {
    if (observer.getObserverMethod().getObservedType() instanceof Class<?> observed) {
      observersOf
          .computeIfAbsent(observed, any -> ConcurrentHashMap.newKeySet())
          .add(observer.getObserverMethod().getBeanClass());
    }
  }

  void check(@Observes AfterDeploymentValidation validation) {
    lost(events, marked, observersOf)
        .forEach(loss -> validation.addDeploymentProblem(new IllegalStateException(loss)));
  }

  /** How many reactions are wired, for the readiness check. */
  public int wired() {
    return marked.size();
  }

  /** Names every event and every marked class whose consequence would be lost. */
  static List<String> lost(
      Set<Class<?>> events, Set<Class<?>> marked, Map<Class<?>, Set<Class<?>>> observersOf) {
    List<String> losses = new ArrayList<>();
    for (Class<?> event : events) {
      if (observersOf.getOrDefault(event, Set.of()).stream().noneMatch(marked::contains)) {
        losses.add("No reaction observes the domain event " + event.getName());
      }
    }
    for (Class<?> reaction : marked) {
      boolean reacts =
          observersOf.entrySet().stream()
              .anyMatch(
                  e ->
                      DomainEvent.class.isAssignableFrom(e.getKey())
                          && e.getValue().contains(reaction));
      if (!reacts) {
        losses.add("The reaction " + reaction.getName() + " observes no domain event");
      }
    }
    return losses;
  }
}
