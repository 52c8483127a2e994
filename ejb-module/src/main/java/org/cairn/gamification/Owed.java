package org.cairn.gamification;

import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a learner is owed for some sources before a change, and what was paid for them.
 *
 * @param zone of the learner's school now
 * @param grade CEDS code
 * @param dues by source, as they were settled last
 */
record Owed(ZoneId zone, @Nullable String grade, Account account, Map<String, XpDue> dues) {}
