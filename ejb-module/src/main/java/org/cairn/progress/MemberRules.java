package org.cairn.progress;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cairn.shared.FieldError;
import org.cairn.shared.TextRules;
import org.jspecify.annotations.Nullable;

/** Checks the members of one JSON object and gathers what is wrong with them. */
final class MemberRules {

  private static final int LONGEST_TOLD = 100;

  private final Map<?, ?> members;
  private final String place;
  private final List<FieldError> errors;

  /**
   * Rules for an object.
   *
   * @param place its JSON Pointer
   * @param errors where to gather
   */
  MemberRules(Map<?, ?> members, String place, List<FieldError> errors) {
    this.members = members;
    this.place = place;
    this.errors = errors;
  }

  /** Refuses members of other names: what the server owns is none of a device's. */
  void only(Set<String> names) {
    members.keySet().stream()
        .map(String.class::cast)
        .filter(name -> !names.contains(name))
        .forEach(name -> wrong(name, "no such property"));
  }

  /** A required text of 1 to so many characters. */
  String text(String name, int longest) {
    if (members.get(name) instanceof String text
        && !text.isEmpty()
        && text.length() <= longest
        && TextRules.isLine(text)) {
      return text;
    }
    wrong(name, "1 to " + longest + " characters, no control ones");
    return "";
  }

  void optionalText(String name, int longest) {
    if (members.containsKey(name)) {
      text(name, longest);
    }
  }

  /** A text that may be JSON's null, but has to be there. */
  void nullableText(String name, int longest) {
    if (!members.containsKey(name) || members.get(name) != null) {
      text(name, longest);
    }
  }

  void optionalNumber(String name, int most) {
    if (!members.containsKey(name)) {
      return;
    }
    boolean inside =
        members.get(name) instanceof Number number
            && new BigDecimal(number.toString()).signum() >= 0
            && new BigDecimal(number.toString()).compareTo(BigDecimal.valueOf(most)) <= 0;
    if (!inside) {
      wrong(name, "a number from 0 to " + most);
    }
  }

  @Nullable Map<?, ?> object(String name) {
    if (members.get(name) instanceof Map<?, ?> object) {
      return object;
    }
    wrong(name, "a JSON object");
    return null;
  }

  boolean has(String name) {
    return members.containsKey(name);
  }

  void wrong(String name, String expected) {
    errors.add(new FieldError(pointer(name), expected));
  }

  String pointer(String name) {
    String told =
        name.length() <= LONGEST_TOLD && TextRules.isLine(name) ? name : "(a name of no use)";
    return place + "/" + told.replace("~", "~0").replace("/", "~1");
  }
}
