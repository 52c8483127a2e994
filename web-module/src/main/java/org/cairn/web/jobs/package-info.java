/** The {@code jobs} component over HTTP: reads requests, calls its boundaries, writes answers. */
@NullMarked
package org.cairn.web.jobs;

import org.jspecify.annotations.NullMarked;
