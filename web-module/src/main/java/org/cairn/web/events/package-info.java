/** The {@code events} component over HTTP: reads requests, calls its boundaries, writes answers. */
@NullMarked
package org.cairn.web.events;

import org.jspecify.annotations.NullMarked;
