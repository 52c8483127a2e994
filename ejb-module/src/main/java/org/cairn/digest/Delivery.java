package org.cairn.digest;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of a letter.
 *
 * @param answer the mail server's code, where it gave one; never its text, which may quote people
 */
public record Delivery(End end, @Nullable String answer) {

  /** How it ended. */
  public enum End {
    /** There was nothing to send. */
    NOTHING("nothing"),
    SENT("sent"),
    /** For good. */
    REFUSED("refused"),
    /** For now: the next run tries again. */
    PUT_OFF("planned"),
    /** The mail server takes nothing from us at all; nothing was sent. */
    UNREACHABLE("planned"),
    /** Nobody knows; it is not sent again. */
    UNCLEAR("unclear");

    private final String state;

    End(String state) {
      this.state = state;
    }

    String state() {
      return state;
    }
  }

  static final Delivery NOTHING = new Delivery(End.NOTHING, null);
  static final Delivery SENT = new Delivery(End.SENT, null);

  /** Why it stands among what was skipped, if it does: for good, not for now. */
  Optional<String> reported() {
    return switch (end) {
      case NOTHING, SENT, PUT_OFF, UNREACHABLE -> Optional.empty();
      case REFUSED, UNCLEAR -> Optional.of("MAIL_" + end + (answer == null ? "" : "_" + answer));
    };
  }
}
