package org.cairn.web.events;

import java.util.ArrayList;
import java.util.List;
import org.cairn.shared.FieldError;

/** The fields of an event that cannot be read: the first few, for a hostile body has many. */
final class FieldErrors {

  private static final int MOST = 50;

  private final List<FieldError> errors = new ArrayList<>();

  /**
   * Notes a field.
   *
   * @param place the JSON Pointer of the object that it stands in
   * @param name as the sender wrote it
   */
  void add(String place, String name, String expected) {
    if (errors.size() < MOST) {
      String pointer = place + "/" + name.replace("~", "~0").replace("/", "~1");
      errors.add(new FieldError(pointer, expected));
    }
  }

  List<FieldError> all() {
    return List.copyOf(errors);
  }
}
