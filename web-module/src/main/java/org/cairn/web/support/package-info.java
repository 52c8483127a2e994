/**
 * The {@code support} component over HTTP: reads requests, calls its boundaries, writes answers.
 */
@NullMarked
package org.cairn.web.support;

import org.jspecify.annotations.NullMarked;
