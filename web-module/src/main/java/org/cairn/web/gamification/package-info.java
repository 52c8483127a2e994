/**
 * The {@code gamification} component over HTTP: reads requests, calls its boundaries, writes
 * answers.
 */
@NullMarked
package org.cairn.web.gamification;

import org.jspecify.annotations.NullMarked;
