package org.cairn.journey;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A journey and how far it has come.
 *
 * @param gradeLevel CEDS code
 * @param schoolYear by the year in which it ends
 * @param lessonsComplete of 12
 * @param archived whether questions and answers are in the archive, and nothing is added any more
 * @param containers in their order
 */
public record JourneyView(
    UUID journeyId,
    UUID learnerId,
    String gradeLevel,
    int schoolYear,
    String career,
    String companion,
    Instant startedAt,
    @Nullable Instant completedAt,
    int lessonsComplete,
    boolean archived,
    List<Part> containers) {

  /**
   * A container.
   *
   * @param lessons those that have begun, by subject
   */
  public record Part(Container container, ContainerState state, List<LessonView> lessons) {}

  /** How far a container is. */
  public enum ContainerState {
    LOCKED,
    OPEN,
    COMPLETE
  }

  static JourneyView of(Journey journey, List<LessonView> lessons) {
    List<Part> parts = new ArrayList<>();
    for (Container container : Container.values()) {
      List<LessonView> own = lessons.stream().filter(l -> l.container() == container).toList();
      ContainerState state =
          ContainerRules.isComplete(container, lessons)
              ? ContainerState.COMPLETE
              : ContainerRules.isOpen(container, lessons)
                  ? ContainerState.OPEN
                  : ContainerState.LOCKED;
      parts.add(new Part(container, state, own));
    }
    return new JourneyView(
        journey.id(),
        journey.learnerId(),
        journey.grade(),
        journey.schoolYear(),
        journey.career(),
        journey.companion(),
        journey.startedAt(),
        journey.completedAt(),
        (int) lessons.stream().filter(LessonView::isComplete).count(),
        journey.isArchived(),
        parts);
  }
}
