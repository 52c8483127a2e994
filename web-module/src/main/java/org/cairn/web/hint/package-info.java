/** The {@code hint} component over HTTP: reads requests, calls its boundaries, writes answers. */
@NullMarked
package org.cairn.web.hint;

import org.jspecify.annotations.NullMarked;
