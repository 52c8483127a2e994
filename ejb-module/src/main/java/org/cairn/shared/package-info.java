/**
 * What every component speaks: problems, domain events and their reactions, ids and the clock.
 *
 * <p>Owns no table. Publishes nothing. Watches, at start-up, that no domain event is without a
 * reaction ({@link org.cairn.shared.Reactions}).
 */
@NullMarked
package org.cairn.shared;

import org.jspecify.annotations.NullMarked;
