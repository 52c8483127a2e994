package org.cairn.events;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cairn.shared.FieldError;
import org.cairn.shared.TextRules;
import org.jspecify.annotations.Nullable;

/**
 * What a payload may be: shallow, small, and free of keys that carry secrets or personal data
 * (spec: events and onboarding, "The learning event").
 */
final class PayloadRules {

  static final int MOST_KEYS = 32;
  static final int MOST_BYTES = 4096;
  private static final int LONGEST_KEY = 100;
  private static final int MOST_DIGITS = 50;
  private static final int MOST_SCALE = 400;

  private static final String REJECTED_ALWAYS =
      "password,passwd,passphrase,pwd,secret,token,apikey,credential,credentials,authorization,"
          + "cookie,email,mail,phone,phonenumber,mobile,ssn,socialsecuritynumber,address,street,"
          + "postalcode,zipcode,birthdate,dateofbirth,birthday,dob,fullname,firstname,lastname,"
          + "givenname,familyname,surname,creditcard,cardnumber,iban,passport,ipaddress";

  private final Set<String> rejected;
  private final int shortest;

  private PayloadRules(Set<String> rejected) {
    this.rejected = rejected;
    this.shortest = rejected.stream().mapToInt(String::length).min().orElse(1);
  }

  /**
   * The rules with an installation's own keys beside the ones that are always rejected.
   *
   * @param moreRejected comma-separated keys; case and separators do not matter
   */
  static PayloadRules rejectingAlso(String moreRejected) {
    return new PayloadRules(
        Stream.of((REJECTED_ALWAYS + "," + moreRejected).split(","))
            .map(PayloadRules::plain)
            .filter(key -> !key.isEmpty())
            .collect(Collectors.toUnmodifiableSet()));
  }

  /**
   * The first key that is, or ends in, a rejected one: {@code parentEmail} as well as {@code
   * email}.
   */
  Optional<String> rejectedKey(Map<String, @Nullable Object> payload) {
    return payload.keySet().stream().filter(this::isRejected).findFirst();
  }

  boolean isRejected(String key) {
    String plain = plain(key);
    for (int begin = plain.length() - shortest; begin >= 0; begin--) {
      if (rejected.contains(plain.substring(begin))) {
        return true;
      }
    }
    return false;
  }

  private static String plain(String key) {
    StringBuilder plain = new StringBuilder(key.length());
    key.codePoints()
        .filter(character -> Character.isLetter(character) || isNumber(character))
        .forEach(plain::appendCodePoint);
    return plain.toString().toLowerCase(Locale.ROOT);
  }

  private static boolean isNumber(int character) {
    return switch (Character.getType(character)) {
      case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
      default -> false;
    };
  }

  static List<FieldError> check(Map<String, @Nullable Object> payload) {
    List<FieldError> errors = new ArrayList<>();
    payload.forEach(
        (key, value) -> {
          if (key.isEmpty() || key.length() > LONGEST_KEY || !TextRules.isLine(key)) {
            errors.add(new FieldError("/payload", "keys of 1 to 100 characters, no control ones"));
          } else if (!isShallow(value)) {
            errors.add(
                new FieldError(
                    "/payload/" + pointer(key), "a scalar of sane size, or a list of them"));
          }
        });
    return errors;
  }

  static List<FieldError> checkSize(EventPayload payload) {
    return payload.json().getBytes(StandardCharsets.UTF_8).length > MOST_BYTES
        ? List.of(new FieldError("/payload", "at most " + MOST_BYTES + " bytes of JSON"))
        : List.of();
  }

  private static boolean isShallow(@Nullable Object value) {
    return value instanceof List<?> list
        ? list.stream().allMatch(PayloadRules::isScalar)
        : isScalar(value);
  }

  private static boolean isScalar(@Nullable Object value) {
    return value == null
        || (value instanceof Number number && isStorable(number))
        || value instanceof Boolean
        || (value instanceof String text && TextRules.isProse(text));
  }

  /**
   * PostgreSQL's numeric ends at 131,072 digits; what people count and measure ends far earlier.
   */
  private static boolean isStorable(Number number) {
    BigDecimal decimal = new BigDecimal(number.toString());
    return decimal.precision() <= MOST_DIGITS && Math.abs((long) decimal.scale()) <= MOST_SCALE;
  }

  private static String pointer(String key) {
    return key.replace("~", "~0").replace("/", "~1");
  }
}
