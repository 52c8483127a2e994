/**
 * The door itself: who comes in, how often, how much and how slowly, and how a problem is answered.
 *
 * <p>Owns nothing, decides nothing about the domain. Alone knows what a problem means in HTTP
 * ({@link org.cairn.web.shared.ProblemStatus}).
 */
@NullMarked
package org.cairn.web.shared;

import org.jspecify.annotations.NullMarked;
