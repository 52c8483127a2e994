/** The {@code replay} component over HTTP: reads requests, calls its boundaries, writes answers. */
@NullMarked
package org.cairn.web.replay;

import org.jspecify.annotations.NullMarked;
