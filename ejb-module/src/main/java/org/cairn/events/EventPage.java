package org.cairn.events;

import java.util.List;

/**
 * A part of a learner's log, in the order in which Cairn accepted the events.
 *
 * @param cursor where the next read goes on; valid for ever, also where there is no more yet
 * @param hasMore whether a next read would find more now
 */
public record EventPage(List<RecordedEvent> events, String cursor, boolean hasMore) {}
