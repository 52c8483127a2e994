/**
 * Objects of authors' content over HTTP: handed in, listed and removed by authors, read by
 * everybody in a district, in parts where asked for.
 */
@NullMarked
package org.cairn.web.archive;

import org.jspecify.annotations.NullMarked;
