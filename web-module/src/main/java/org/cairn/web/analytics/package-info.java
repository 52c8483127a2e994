/**
 * The {@code analytics} component over HTTP: reads requests, calls its boundary, writes answers.
 */
@NullMarked
package org.cairn.web.analytics;

import org.jspecify.annotations.NullMarked;
