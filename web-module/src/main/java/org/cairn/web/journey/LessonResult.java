package org.cairn.web.journey;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.cairn.journey.LessonView;

/**
 * A lesson with what it has unlocked.
 *
 * @param achievementsUnlocked the keys of achievements that its completion unlocked
 */
public record LessonResult(@JsonUnwrapped LessonView session, List<String> achievementsUnlocked) {}
