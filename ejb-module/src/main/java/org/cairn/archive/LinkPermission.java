package org.cairn.archive;

import java.util.Optional;
import org.cairn.access.VisibleLearner;

/**
 * Whether a link's reader may still see its learner, asked at each use. Whoever hands out links
 * answers: the links are dead as soon as the relation is.
 */
@FunctionalInterface
public interface LinkPermission {

  /** The permission, where the reader still has it. */
  Optional<VisibleLearner> of(SignedLink link);
}
