package org.cairn.shared;

/**
 * A field that is to blame for a problem.
 *
 * @param field where it stands: a JSON Pointer (RFC 6901) into the body, or a parameter's name
 * @param message what is expected there, for people
 */
public record FieldError(String field, String message) {

  /** The same error one level further out, as when a checked part stands in a list. */
  public FieldError within(String prefix) {
    return new FieldError(prefix + field, message);
  }
}
