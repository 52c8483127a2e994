/** The {@code backup} component over HTTP: reads requests, calls its boundaries, writes answers. */
@NullMarked
package org.cairn.web.backup;

import org.jspecify.annotations.NullMarked;
