package org.cairn.content;

import java.util.List;

/**
 * A skill in force.
 *
 * @param subject {@code Math}, {@code ELA}, {@code Science} or {@code Social Studies}
 * @param grades CEDS codes
 */
public record SkillView(String skillId, String subject, List<String> grades, String title) {}
