/** The HTTP door of progress sync. */
@NullMarked
package org.cairn.web.progress;

import org.jspecify.annotations.NullMarked;
