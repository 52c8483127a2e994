/** @typedef {import("./types.js").Calendar} Calendar */
/** @typedef {import("./types.js").Streak} Streak */

const DAY = 86_400_000;
const SATURDAY = 6;
const SUNDAY = 0;

/** @returns {Calendar} of a device whose school is not known: its own zone, no holidays */
export function deviceCalendar() {
  return { zone: Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC", nonSchoolDays: [] };
}

/** Tells days and school days, and how a streak goes on. */
export class SchoolDays {
  #format;
  #closed;

  /** @param {Calendar} calendar */
  constructor(calendar) {
    this.#format = new Intl.DateTimeFormat("en-US-u-ca-gregory-nu-latn", {
      timeZone: calendar.zone,
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
    });
    this.#closed = new Set(calendar.nonSchoolDays);
  }

  /**
   * @param {number} ms since 1970
   * @returns {string} the day that it was at the school then
   */
  dayOf(ms) {
    /** @type {Record<string, string>} */
    const parts = {};
    for (const { type, value } of this.#format.formatToParts(ms)) {
      parts[type] = value;
    }
    return `${parts.year.padStart(4, "0")}-${parts.month}-${parts.day}`;
  }

  /**
   * @param {Streak} streak
   * @param {string} day with activity, not before the last one
   * @returns {Streak}
   */
  reach(streak, day) {
    if (streak.lastActivityDate === day) {
      return streak;
    }
    const kept = this.#missedBetween(streak.lastActivityDate, day) ? 0 : streak.currentStreak;
    const current = kept + (this.#meetsOn(Date.parse(day)) ? 1 : 0);
    return {
      currentStreak: current,
      longestStreak: Math.max(streak.longestStreak, current),
      lastActivityDate: day,
    };
  }

  /**
   * @param {string | null} last
   * @param {string} day
   */
  #missedBetween(last, day) {
    const end = Date.parse(day);
    for (let at = last === null ? end : Date.parse(last) + DAY; at < end; at += DAY) {
      if (this.#meetsOn(at)) {
        return true;
      }
    }
    return false;
  }

  /** @param {number} midnight of UTC */
  #meetsOn(midnight) {
    const date = new Date(midnight);
    const weekday = date.getUTCDay();
    return (
      weekday !== SATURDAY &&
      weekday !== SUNDAY &&
      !this.#closed.has(date.toISOString().slice(0, 10))
    );
  }
}
