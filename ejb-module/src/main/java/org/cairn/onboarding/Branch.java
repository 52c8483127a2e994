package org.cairn.onboarding;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A way on from a step.
 *
 * @param when what the completing event has to be like; absent: the way of all others
 * @param blocks the steps that it leaves out
 */
record Branch(String key, @Nullable String label, @Nullable EventMatch when, List<String> blocks) {

  Branch {
    blocks = List.copyOf(blocks);
  }
}
