/**
 * Content: skills, questions with their keys, learning paths, activities, careers; one model for
 * all.
 *
 * <p>Owns {@code content_item} and {@code content_version}. Decides what well-formed content is,
 * which version is in force, and which answer is right: keys never leave this package. The reserved
 * tenant's content comes from files at deployment, a tenant's own from its authors. Publishes and
 * observes nothing.
 */
@NullMarked
package org.cairn.content;

import org.jspecify.annotations.NullMarked;
