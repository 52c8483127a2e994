package org.cairn.events;

import org.jspecify.annotations.Nullable;

/**
 * Something that followed from an event, told to whoever sent it.
 *
 * @param eventId the event that made it so
 * @param kind {@code STEP_COMPLETED}, {@code TRACK_COMPLETED}, {@code XP_EARNED}, {@code
 *     XP_CORRECTED}, {@code XP_SPENT}, {@code ACHIEVEMENT_UNLOCKED}
 * @param key what it is about, such as {@code first-week/say-hello}
 * @param xp the amount, where it is one of XP
 */
public record Consequence(String eventId, String kind, String key, @Nullable Integer xp) {}
