package org.cairn.progress;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.cairn.events.RecordedEvent;
import org.jspecify.annotations.Nullable;

/**
 * How far a device has read a learner's sync events: the position of the last one, with a mark of
 * that event. Where the log has another event there, or none, as after a restore, a merge of
 * learners or with somebody else's cursor, the cursor is stale.
 *
 * @param mark of the event at the position
 */
record SyncCursor(long position, long mark) {

  /** Before the first event. */
  static final SyncCursor START = new SyncCursor(0, 0);

  private static final Pattern FORM = Pattern.compile("(\\d{1,18})\\.(\\d{1,10})");

  static SyncCursor at(RecordedEvent event) {
    return new SyncCursor(event.position(), mark(event.learnerId(), event.eventId()));
  }

  /** The cursor of this text; nothing where it is none. */
  static Optional<SyncCursor> of(@Nullable String text) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(text == null ? "" : text);
      Matcher form = FORM.matcher(new String(bytes, StandardCharsets.US_ASCII));
      return form.matches()
          ? Optional.of(
              new SyncCursor(Long.parseLong(form.group(1)), Long.parseLong(form.group(2))))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Opaque to whoever gets it. */
  String text() {
    byte[] bytes = (position + "." + mark).getBytes(StandardCharsets.US_ASCII);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static long mark(UUID learner, String eventId) {
    CRC32 mark = new CRC32();
    mark.update((learner + "/" + eventId).getBytes(StandardCharsets.UTF_8));
    return mark.getValue();
  }
}
