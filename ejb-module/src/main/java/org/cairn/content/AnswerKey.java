package org.cairn.content;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells a right answer from a wrong one. Answers are texts: one, or several chosen ones. */
sealed interface AnswerKey {

  /** Whether this answer is right. */
  boolean accepts(List<String> answer);

  /** All of the right choices and no other. */
  record Choices(Set<String> right) implements AnswerKey {

    @Override
    public boolean accepts(List<String> answer) {
      return answer.size() == right.size() && new HashSet<>(answer).equals(right);
    }
  }

  /** True or false. */
  record Truth(boolean value) implements AnswerKey {

    @Override
    public boolean accepts(List<String> answer) {
      return answer.equals(List.of(Boolean.toString(value)));
    }
  }

  /** A decimal number that is off by the tolerance at most. */
  record Numeric(BigDecimal value, BigDecimal tolerance) implements AnswerKey {

    /** Bounded: an exponent could make a number of a thousand million digits. */
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,20}(\\.\\d{1,20})?");

    @Override
    public boolean accepts(List<String> answer) {
      return answer.size() == 1
          && NUMBER.matcher(answer.get(0).strip()).matches()
          && new BigDecimal(answer.get(0).strip()).subtract(value).abs().compareTo(tolerance) <= 0;
    }
  }

  /** One of the accepted forms; case and spacing do not matter. */
  record Text(Set<String> accepted) implements AnswerKey {

    static Text of(List<String> forms) {
      Set<String> accepted = new HashSet<>();
      forms.forEach(form -> accepted.add(plain(form)));
      return new Text(accepted);
    }

    @Override
    public boolean accepts(List<String> answer) {
      return answer.size() == 1 && accepted.contains(plain(answer.get(0)));
    }

    private static String plain(String text) {
      return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
  }
}
