package org.cairn.content;

import org.jspecify.annotations.Nullable;

/**
 * Which content to list; what is {@code null} does not matter.
 *
 * @param subject {@code Math}, {@code ELA}, {@code Science} or {@code Social Studies}
 * @param grade a CEDS code
 * @param skill a skill's id, for questions
 * @param state {@code draft}, {@code published} or {@code retired}
 */
public record ContentFilter(
    @Nullable String subject,
    @Nullable String grade,
    @Nullable String skill,
    @Nullable String state) {}
