/** The {@code roster} component over HTTP: reads requests, calls its boundaries, writes answers. */
@NullMarked
package org.cairn.web.roster;

import org.jspecify.annotations.NullMarked;
