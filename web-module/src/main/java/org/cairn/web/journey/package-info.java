/**
 * The {@code journey} component over HTTP: reads requests, calls its boundaries, writes answers.
 */
@NullMarked
package org.cairn.web.journey;

import org.jspecify.annotations.NullMarked;
