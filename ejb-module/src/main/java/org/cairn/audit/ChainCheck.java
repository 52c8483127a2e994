package org.cairn.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cairn.audit.Difference.Kind;
import org.cairn.audit.SealStore.Sealed;
import org.jspecify.annotations.Nullable;

/**
 * Walks along a part of a chain and names what is not as it was sealed. Each seal is compared with
 * the stored hash before it, so that one change is found once and not in all that follow.
 */
final class ChainCheck {

  /**
   * No transaction lasts so long. An entry that is older than the seal before it by more than this
   * was put in later.
   */
  static final Duration LONGEST_TRANSACTION = Duration.ofHours(1);

  private final List<Difference> found = new ArrayList<>();
  private final Map<Long, Seal> seen = new HashMap<>();
  private long number;
  private @Nullable String hash;
  private @Nullable Instant sealedAt;
  private boolean rewritten;

  private ChainCheck(long number, @Nullable String hash, @Nullable Instant sealedAt) {
    this.number = number;
    this.hash = hash;
    this.sealedAt = sealedAt;
  }

  /** From the chain's beginning. */
  static ChainCheck fromTheBeginning(String tenant) {
    return new ChainCheck(0, Seal.genesis(tenant), null);
  }

  /** From behind a seal that was checked; {@code null} where it has gone since. */
  static ChainCheck from(long number, @Nullable Seal checked) {
    return checked == null
        ? new ChainCheck(number, null, null)
        : new ChainCheck(number, checked.hash(), checked.sealedAt());
  }

  /** Takes the next seal in the order of numbers. */
  void take(Sealed sealed) {
    Seal seal = sealed.seal();
    if (seal.number() != number + 1) {
      String range = number + 2 == seal.number() ? "" : " to " + (seal.number() - 1);
      String gone = "The chain has no number " + (number + 1) + range + " any more.";
      found.add(new Difference(Kind.SEAL_MISSING, number + 1, null, gone));
      hash = null;
    }
    if (hash != null && !seal.follows(hash)) {
      found.add(
          Difference.at(
              Kind.SEAL_ALTERED, seal, "This seal, or the one before, is not the one made."));
    }
    judge(seal, sealed.entry());
    seen.put(seal.number(), seal);
    number = seal.number();
    hash = seal.hash();
    sealedAt = seal.sealedAt();
  }

  private void judge(Seal seal, @Nullable StoredEntry entry) {
    if (entry == null) {
      found.add(Difference.at(Kind.ENTRY_MISSING, seal, "The entry was deleted."));
    } else if (!entry.content().equals(seal.content()) || !entry.xact().equals(seal.entryXact())) {
      found.add(Difference.at(Kind.ENTRY_ALTERED, seal, "The entry is not what was sealed."));
    } else if (sealedAt != null && entry.at().isBefore(sealedAt.minus(LONGEST_TRANSACTION))) {
      found.add(
          Difference.at(
              Kind.ENTRY_BACKDATED, seal, "The entry was put in after the time that it tells."));
    }
  }

  /**
   * Compares with what stands outside the database.
   *
   * @return how many anchors hold
   */
  int compare(List<Anchor> anchors) {
    int holding = 0;
    for (Anchor anchor : anchors) {
      Seal seal = seen.get(anchor.number());
      if (seal == null) {
        continue;
      }
      if (seal.hash().equals(anchor.hash())) {
        holding++;
      } else if (!rewritten) {
        rewritten = true;
        found.add(
            Difference.at(
                Kind.CHAIN_REWRITTEN,
                seal,
                "The anchor of " + anchor.at() + " holds another hash."));
      }
    }
    return holding;
  }

  /** The number of the last seal that was taken. */
  long number() {
    return number;
  }

  List<Difference> found() {
    return found;
  }
}
