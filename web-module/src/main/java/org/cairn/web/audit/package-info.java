/** The {@code audit} component over HTTP: reads requests, calls its boundaries, writes answers. */
@NullMarked
package org.cairn.web.audit;

import org.jspecify.annotations.NullMarked;
