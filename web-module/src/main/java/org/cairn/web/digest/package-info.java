/** The guardians' digest over HTTP: wishes, settings, and what became of it. */
@NullMarked
package org.cairn.web.digest;

import org.jspecify.annotations.NullMarked;
