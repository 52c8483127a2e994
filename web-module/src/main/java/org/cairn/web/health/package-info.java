/** MicroProfile Health: whether this node lives, has started, and can serve. */
@NullMarked
package org.cairn.web.health;

import org.jspecify.annotations.NullMarked;
