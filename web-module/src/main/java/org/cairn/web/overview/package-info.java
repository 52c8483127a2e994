/** Overviews over HTTP. */
@NullMarked
package org.cairn.web.overview;

import org.jspecify.annotations.NullMarked;
