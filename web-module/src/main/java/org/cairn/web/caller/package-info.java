/** The {@code caller} component over HTTP: reads requests, calls its boundaries, writes answers. */
@NullMarked
package org.cairn.web.caller;

import org.jspecify.annotations.NullMarked;
