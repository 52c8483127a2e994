package org.cairn.journey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cairn.content.Subject;
import org.cairn.shared.FieldError;

/** When containers are open and complete. */
final class ContainerRules {

  private ContainerRules() {}

  /** Whether all four subjects of the container are complete. */
  static boolean isComplete(Container container, List<LessonView> lessons) {
    return Arrays.stream(Subject.values()).allMatch(s -> isComplete(container, s, lessons));
  }

  /** Whether all containers before it are complete. */
  static boolean isOpen(Container container, List<LessonView> lessons) {
    return missingBefore(container, lessons).isEmpty();
  }

  /** What is missing before the journey is complete; nothing at 12 of 12. */
  static List<FieldError> missing(List<LessonView> lessons) {
    return missing(List.of(Container.values()), lessons);
  }

  /** What is missing before the container opens. */
  static List<FieldError> missingBefore(Container container, List<LessonView> lessons) {
    return missing(
        Arrays.stream(Container.values()).filter(c -> c.compareTo(container) < 0).toList(),
        lessons);
  }

  private static List<FieldError> missing(List<Container> containers, List<LessonView> lessons) {
    List<FieldError> missing = new ArrayList<>();
    for (Container container : containers) {
      for (Subject subject : Subject.values()) {
        if (!isComplete(container, subject, lessons)) {
          missing.add(
              new FieldError(
                  container + "/" + subject.label(), state(container, subject, lessons)));
        }
      }
    }
    return missing;
  }

  private static String state(Container container, Subject subject, List<LessonView> lessons) {
    return lessons.stream()
        .filter(lesson -> isOf(lesson, container, subject))
        .map(l -> l.answered() + " of " + l.asked() + " questions answered, not completed")
        .findFirst()
        .orElse("not started");
  }

  private static boolean isComplete(
      Container container, Subject subject, List<LessonView> lessons) {
    return lessons.stream().anyMatch(l -> isOf(l, container, subject) && l.isComplete());
  }

  private static boolean isOf(LessonView lesson, Container container, Subject subject) {
    return lesson.container() == container && lesson.subject().equals(subject.label());
  }
}
