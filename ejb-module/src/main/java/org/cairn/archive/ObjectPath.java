package org.cairn.archive;

import java.util.UUID;
import java.util.regex.Pattern;
import org.cairn.shared.CommonProblem;
import org.cairn.shared.FieldError;

/**
 * Where an object stands in its container: one to eight segments of ids, each of {@code a-z},
 * {@code 0-9} and single {@code .}, {@code _} or {@code -} between them; at most 100 characters a
 * segment and 300 in all. So no path leads out of its container, two never differ by case alone,
 * and a person's name, which has capitals and spaces, is none.
 *
 * @param text the segments with {@code /} between them
 */
public record ObjectPath(String text) {

  private static final int MOST_SEGMENTS = 8;
  private static final int LONGEST_SEGMENT = 100;
  private static final int LONGEST = 300;
  private static final Pattern SEGMENT = Pattern.compile("[a-z0-9]+(?:[._-][a-z0-9]+)*");
  private static final Pattern FILE = Pattern.compile("[a-z]+(?:-[a-z]+)*\\.[a-z0-9]+");

  /**
   * Takes a text that is a path.
   *
   * @throws org.cairn.shared.ProblemException {@code INVALID_REQUEST}, naming {@code path}
   */
  public ObjectPath {
    String[] segments = text.split("/", -1);
    boolean isPath = text.length() <= LONGEST && segments.length <= MOST_SEGMENTS;
    for (int i = 0; isPath && i < segments.length; i++) {
      isPath = segments[i].length() <= LONGEST_SEGMENT && SEGMENT.matcher(segments[i]).matches();
    }
    if (!isPath) {
      throw CommonProblem.INVALID_REQUEST.with(
          "This is no path of an object.",
          new FieldError(
              "path",
              "1 to 8 segments of a-z, 0-9 and single . _ - between them, at most 300 characters"));
    }
  }

  /**
   * The path of a learner's object: {@code {learner}/{about}/{file}}.
   *
   * @param about what the object tells of, such as a journey
   * @param file what it is, in words of the code and never of people: {@code summary.pdf}
   */
  public static ObjectPath of(UUID learner, UUID about, String file) {
    if (!FILE.matcher(file).matches()) {
      throw new IllegalArgumentException("No name of a learner's object");
    }
    return new ObjectPath(learner + "/" + about + "/" + file);
  }
}
