package org.cairn.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that is not as it was written down. */
record Difference(Kind kind, @Nullable Long number, @Nullable UUID entry, String detail) {

  /** What can be wrong; {@code docs/audit.md} says what each means. */
  enum Kind {
    ENTRY_ALTERED,
    ENTRY_MISSING,
    ENTRY_BACKDATED,
    ENTRY_UNSEALED,
    SEAL_MISSING,
    SEAL_ALTERED,
    CHAIN_REWRITTEN,
    CHAIN_SHORTENED,
    ANCHOR_MISSING,
    ANCHOR_UNREADABLE
  }

  static Difference at(Kind kind, Seal seal, String detail) {
    return new Difference(kind, seal.number(), seal.entryId(), detail);
  }
}
