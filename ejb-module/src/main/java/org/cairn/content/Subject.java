package org.cairn.content;

import java.util.Arrays;
import java.util.Optional;

/** The four subjects of every container. */
public enum Subject {
  MATH("Math"),
  ELA("ELA"),
  SCIENCE("Science"),
  SOCIAL_STUDIES("Social Studies");

  private final String label;

  Subject(String label) {
    this.label = label;
  }

  /** As content and answers spell it. */
  public String label() {
    return label;
  }

  /** The subject that is spelt so. */
  public static Optional<Subject> of(String label) {
    return Arrays.stream(values()).filter(subject -> subject.label.equals(label)).findFirst();
  }
}
