/**
 * GraphQL: the same boundaries as below {@code /api/v1/learning}, and no logic beside them (ADR
 * 0020).
 */
@NullMarked
package org.cairn.web.graphql;

import org.jspecify.annotations.NullMarked;
