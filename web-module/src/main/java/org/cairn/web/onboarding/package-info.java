/**
 * The {@code onboarding} component over HTTP: reads requests, calls its boundaries, writes answers.
 */
@NullMarked
package org.cairn.web.onboarding;

import org.jspecify.annotations.NullMarked;
