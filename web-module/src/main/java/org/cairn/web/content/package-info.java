/**
 * The {@code content} component over HTTP: reads requests, calls its boundaries, writes answers.
 */
@NullMarked
package org.cairn.web.content;

import org.jspecify.annotations.NullMarked;
