/**
 * What a set of events comes to: the same for every order, split and repetition of them. The server
 * reduces by the same rules, and both pass the same cases (`config/progress/reduction`).
 */
import { SchoolDays } from "./calendar.js";
import { compareInstants, formatInstant, parseInstant } from "./instants.js";

/** @typedef {import("./types.js").ProgressEvent} ProgressEvent */
/** @typedef {import("./types.js").Snapshot} Snapshot */
/** @typedef {import("./instants.js").Instant} Instant */
/** @typedef {{event: ProgressEvent, at: Instant, occurred: Instant}} Placed */

/**
 * Events never change, and a log is reduced again after each new one.
 *
 * @type {WeakMap<ProgressEvent, Instant | null>}
 */
const instants = new WeakMap();

/** @type {Record<string, number>} */
const RANKS = { not_started: 0, in_progress: 1, completed: 2, passed: 3 };

/**
 * @param {Iterable<ProgressEvent>} events
 * @param {import("./types.js").Calendar} calendar
 * @param {Record<string, string>} [effectiveAt] by eventId, where an event doesn't count when it occurred
 * @returns {Snapshot}
 */
export function reduce(events, calendar, effectiveAt = {}) {
  const days = new SchoolDays(calendar);
  const snapshot = nothing();
  /** @type {Map<string, Instant>} */
  const attempts = new Map();
  /** @type {Instant | null} */
  let updated = null;
  for (const { event, at, occurred } of inOrder(events, effectiveAt)) {
    apply(snapshot, event, at, days);
    if (event.type === "content.progressed") {
      attempts.set(event.payload.contentId, at);
    }
    updated = updated !== null && compareInstants(updated, occurred) >= 0 ? updated : occurred;
  }
  // Written once for each item, not for each event.
  for (const entry of Object.values(snapshot.content)) {
    entry.lastAttemptAt = formatInstant(/** @type {Instant} */ (attempts.get(entry.contentId)));
  }
  snapshot.lastUpdated = updated === null ? null : formatInstant(updated);
  return snapshot;
}

/**
 * @param {Iterable<ProgressEvent>} events
 * @param {Record<string, string>} effectiveAt
 */
function inOrder(events, effectiveAt) {
  /** @type {Map<string, Placed>} */
  const placed = new Map();
  for (const event of events) {
    const occurred = occurrence(event);
    const id = event.eventId;
    if (occurred !== null && !placed.has(id)) {
      const moved = Object.hasOwn(effectiveAt, id) ? parseInstant(effectiveAt[id]) : null;
      placed.set(id, { event, at: moved ?? occurred, occurred });
    }
  }
  return [...placed.values()].sort(
    (a, b) => compareInstants(a.at, b.at) || (a.event.eventId < b.event.eventId ? -1 : 1),
  );
}

/** @param {ProgressEvent} event */
function occurrence(event) {
  let instant = instants.get(event);
  if (instant === undefined) {
    instant = parseInstant(event.occurredAt);
    instants.set(event, instant);
  }
  return instant;
}

/** @returns {Snapshot} */
function nothing() {
  return {
    version: 1,
    activePath: null,
    onboardingCompletedAt: null,
    onboardingPathId: null,
    // Without a prototype, so that an id may be `__proto__`.
    content: Object.create(null),
    streak: { currentStreak: 0, longestStreak: 0, lastActivityDate: null },
    lastUpdated: null,
  };
}

/**
 * @param {Snapshot} snapshot
 * @param {ProgressEvent} event
 * @param {Instant} at
 * @param {SchoolDays} days
 */
function apply(snapshot, event, at, days) {
  switch (event.type) {
    case "content.progressed":
      progress(snapshot, event.payload, at, days);
      break;
    case "onboarding.completed":
      snapshot.onboardingCompletedAt = formatInstant(at);
      snapshot.onboardingPathId = event.payload.pathId;
      snapshot.activePath = event.payload.pathId;
      break;
    case "onboarding.reset":
      snapshot.onboardingCompletedAt = null;
      snapshot.onboardingPathId = null;
      break;
    case "activePath.set":
      snapshot.activePath = event.payload.pathId;
      break;
    case "progress.reset":
      Object.assign(snapshot, nothing());
      break;
  }
}

/**
 * @param {Snapshot} snapshot
 * @param {import("./types.js").ContentProgress} payload
 * @param {Instant} at
 * @param {SchoolDays} days
 */
function progress(snapshot, payload, at, days) {
  const entry = (snapshot.content[payload.contentId] ??= {
    contentId: payload.contentId,
    status: "not_started",
    lastAttemptAt: "",
    interactions: Object.create(null),
  });
  if (payload.score !== undefined) {
    entry.score = Math.max(entry.score ?? payload.score, payload.score);
  }
  if (payload.interaction !== undefined) {
    entry.interactions[payload.interaction.interactionId] = payload.interaction.state;
  }
  if (RANKS[payload.status] > RANKS[entry.status]) {
    entry.status = payload.status;
    if (RANKS[payload.status] >= RANKS.completed) {
      entry.completedAt ??= formatInstant(at);
      snapshot.streak = days.reach(snapshot.streak, days.dayOf(at.ms));
    }
  }
}
