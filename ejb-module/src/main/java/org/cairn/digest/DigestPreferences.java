package org.cairn.digest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.cairn.access.ActingGuardian;
import org.cairn.access.Care;
import org.cairn.caller.Roles;
import org.cairn.shared.CommonProblem;
import org.cairn.shared.FieldError;
import org.jspecify.annotations.Nullable;

/** What the calling guardian wants of the weekly digest. */
@Stateless
@RolesAllowed(Roles.GUARDIAN)
public class DigestPreferences {

  @Inject private Care care;
  @Inject private PreferenceStore store;
  @Inject private Clock clock;

  /**
   * What is to hold.
   *
   * @param language absent: as it is now
   */
  public record Wish(@Nullable Boolean wanted, @Nullable String language) {}

  /**
   * What holds; without a word of the guardian it is sent, in English.
   *
   * @throws org.cairn.shared.ProblemException {@code PERSON_UNKNOWN}
   */
  public DigestPreferenceView find() {
    return store.find(care.asGuardian());
  }

  /**
   * Has something else hold, from the next mail on; again changes nothing.
   *
   * @throws org.cairn.shared.ProblemException {@code PERSON_UNKNOWN}, {@code INVALID_REQUEST}
   */
  public DigestPreferenceView put(Wish wish) {
    ActingGuardian me = care.asGuardian();
    Boolean wanted = wish.wanted();
    String language = wish.language();
    List<FieldError> faults = new ArrayList<>();
    if (wanted == null) {
      faults.add(new FieldError("/wanted", "true or false"));
    }
    if (language != null && !LetterText.LANGUAGES.contains(language)) {
      faults.add(new FieldError("/language", "one of " + String.join(", ", LetterText.LANGUAGES)));
    }
    if (wanted == null || !faults.isEmpty()) {
      throw CommonProblem.INVALID_REQUEST.with(
          "Nothing was changed.", faults.toArray(FieldError[]::new));
    }
    store.put(me, wanted, language == null ? store.find(me).language() : language, clock.instant());
    return store.find(me);
  }
}
