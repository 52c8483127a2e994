package org.cairn.content;

import java.util.List;
import org.cairn.shared.FieldError;

/**
 * What is wrong with a catalog as a whole.
 *
 * @param items how many pieces of content were judged
 * @param findings each by its place, with a message that names the other place where two collide
 */
public record ContentValidation(boolean valid, int items, List<FieldError> findings) {

  static ContentValidation of(int items, List<FieldError> findings) {
    return new ContentValidation(findings.isEmpty(), items, findings);
  }
}
