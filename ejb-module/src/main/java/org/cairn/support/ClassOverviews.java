package org.cairn.support;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.cairn.access.Care;
import org.cairn.caller.Roles;
import org.cairn.shared.Cursor;
import org.cairn.shared.Page;
import org.cairn.shared.PageSize;
import org.cairn.support.NeedView.Rule;
import org.jspecify.annotations.Nullable;

/**
 * A class as those see it who teach it, or run its school or district: how each of its learners
 * stands, and who needs help. Whoever else asks for a class finds none.
 */
@Stateless
@RolesAllowed({
  Roles.LEARNER,
  Roles.GUARDIAN,
  Roles.TEACHER,
  Roles.SCHOOL_ADMIN,
  Roles.DISTRICT_ADMIN
})
public class ClassOverviews {

  private static final String ANY = "ANY";

  /** Stands between the parts of a cursor. */
  private static final String BAR = "|";

  /** Those with most needs first. */
  private static final Comparator<Classmate> BY_NEED =
      Comparator.<Classmate>comparingInt(mate -> -mate.needs().size())
          .thenComparing(Classmate.BY_NAME);

  @Inject private Care care;
  @Inject private ClassReading reading;

  /**
   * A page of a class's learners.
   *
   * @param grade only those of this grade, as a CEDS code
   * @param need only those who need help by this rule; {@code ANY}: by whichever
   * @param sort {@code name} or {@code needs-help}; absent: by name
   * @throws org.cairn.shared.ProblemException {@code CLASS_NOT_FOUND}, {@code INVALID_REQUEST}
   */
  public Page<ClassLearnerView> learners(
      UUID classId,
      @Nullable String grade,
      @Nullable String need,
      @Nullable String sort,
      @Nullable String cursor,
      @Nullable Integer limit) {
    int size = PageSize.of(limit);
    String after = Cursor.key(cursor, "cursor");
    Comparator<Classmate> order = order(sort);
    Rule rule = need == null || need.equals(ANY) ? null : rule(need, "need");
    List<Classmate> all = reading.read(care.ofClass(classId), classId);
    Classmate last = after == null ? null : mate(all, after);
    List<Classmate> found =
        all.stream()
            .filter(mate -> grade == null || grade.equals(mate.member().view().grade()))
            .filter(mate -> need == null || (rule == null ? isNeedy(mate) : mate.has(rule)))
            .filter(mate -> last == null || order.compare(mate, last) > 0)
            .sorted(order)
            .limit(size + 1L)
            .toList();
    return Page.of(found, size, mate -> mate.id().toString()).map(Classmate::view);
  }

  /**
   * A page of what learners of a class need help with, by learner.
   *
   * @param rule only by this one
   * @throws org.cairn.shared.ProblemException {@code CLASS_NOT_FOUND}, {@code INVALID_REQUEST}
   */
  public Page<NeedView> needs(
      UUID classId, @Nullable String rule, @Nullable String cursor, @Nullable Integer limit) {
    int size = PageSize.of(limit);
    String after = Cursor.key(cursor, "cursor");
    Rule asked = rule == null ? null : rule(rule, "rule");
    List<Classmate> all = reading.read(care.ofClass(classId), classId);
    Classmate last = after == null ? null : mate(all, after);
    List<NeedView> found =
        all.stream()
            .sorted(Classmate.BY_NAME)
            .filter(mate -> last == null || Classmate.BY_NAME.compare(mate, last) >= 0)
            .flatMap(mate -> after(mate, last, after))
            .filter(need -> asked == null || need.rule() == asked)
            .limit(size + 1L)
            .toList();
    return Page.of(found, size, need -> need.learnerId() + BAR + need.place());
  }

  /** Of the learner with whom the page before ended, the rows behind its last one. */
  private static Stream<NeedView> after(
      Classmate mate, @Nullable Classmate last, @Nullable String cursor) {
    if (last == null || cursor == null || !mate.id().equals(last.id())) {
      return mate.needs().stream();
    }
    String place = cursor.substring(cursor.indexOf(BAR) + 1);
    return mate.needs().stream().filter(need -> need.place().compareTo(place) > 0);
  }

  /** The learner with whom the page before ended, as it stands now. */
  private static Classmate mate(List<Classmate> all, String key) {
    String id = key.contains(BAR) ? key.substring(0, key.indexOf(BAR)) : key;
    return all.stream()
        .filter(mate -> mate.id().toString().equals(id))
        .findFirst()
        .orElseThrow(() -> Cursor.invalid("cursor"));
  }

  private static boolean isNeedy(Classmate mate) {
    return !mate.needs().isEmpty();
  }

  private static Comparator<Classmate> order(@Nullable String sort) {
    if (sort == null || sort.equals("name")) {
      return Classmate.BY_NAME;
    }
    if (sort.equals("needs-help")) {
      return BY_NEED;
    }
    throw Cursors.refusal("sort", "name or needs-help");
  }

  private static Rule rule(String text, String parameter) {
    return Arrays.stream(Rule.values())
        .filter(rule -> rule.name().equals(text))
        .findFirst()
        .orElseThrow(
            () -> Cursors.refusal(parameter, "WRONG_IN_A_ROW, NO_ACTIVITY or SCORES_FALLING"));
  }
}
