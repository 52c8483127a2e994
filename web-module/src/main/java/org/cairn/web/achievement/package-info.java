/**
 * The {@code achievement} component over HTTP: reads requests, calls its boundaries, writes
 * answers.
 */
@NullMarked
package org.cairn.web.achievement;

import org.jspecify.annotations.NullMarked;
