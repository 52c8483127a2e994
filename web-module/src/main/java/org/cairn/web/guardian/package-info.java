/** Guardians over HTTP: pairing, links, restrictions. */
@NullMarked
package org.cairn.web.guardian;

import org.jspecify.annotations.NullMarked;
