package org.cairn.shared;

/** The kinds of refusal, free of any protocol. */
public enum ProblemKind {
  /** The request cannot be understood or breaks a limit of a field. */
  INVALID,
  /** Nobody, or nobody who can be verified, is asking. */
  UNAUTHENTICATED,
  /** The caller's roles do not include this operation. */
  FORBIDDEN,
  /** It does not exist, or the caller may not know that it does. */
  NOT_FOUND,
  /** It was there, and was removed for good. */
  GONE,
  /** It contradicts what is stored. */
  CONFLICT,
  /** The caller decided on an outdated state. */
  STALE,
  /** The body is larger than its limit. */
  TOO_LARGE,
  /** Well-formed, but its content cannot be processed. */
  UNPROCESSABLE,
  /** Too many requests for now. */
  LIMITED,
  /** Something that Cairn needs does not answer; the same request may succeed later. */
  UNAVAILABLE
}
