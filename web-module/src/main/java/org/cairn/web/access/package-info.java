/** The {@code access} component over HTTP: reads requests, calls its boundaries, writes answers. */
@NullMarked
package org.cairn.web.access;

import org.jspecify.annotations.NullMarked;
