/** Lesson plans over HTTP: documents, answer keys, links. */
@NullMarked
package org.cairn.web.lessonplan;

import org.jspecify.annotations.NullMarked;
