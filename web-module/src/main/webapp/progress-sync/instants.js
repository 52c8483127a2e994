/**
 * Instants of microseconds, as the server keeps them; a Date would drop the last three digits.
 *
 * @typedef {{ms: number, us: number}} Instant
 */

const ISO = /^(\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?)(?:\.(\d{1,9}))?(Z|[+-]\d\d:\d\d)$/i;

/**
 * @param {unknown} text ISO 8601 with an offset
 * @returns {Instant | null} null where it is no instant
 */
export function parseInstant(text) {
  const parts = typeof text === "string" ? ISO.exec(text) : null;
  const seconds = parts === null ? NaN : Date.parse(parts[1] + parts[3]);
  if (parts === null || Number.isNaN(seconds)) {
    return null;
  }
  const micros = Number((parts[2] ?? "").padEnd(6, "0").slice(0, 6));
  return { ms: seconds + Math.floor(micros / 1000), us: micros % 1000 };
}

/**
 * @param {Instant} a
 * @param {Instant} b
 */
export function compareInstants(a, b) {
  return a.ms - b.ms || a.us - b.us;
}

/**
 * @param {Instant} instant
 * @returns {string} in UTC, with three digits, or six where there are microseconds
 */
export function formatInstant(instant) {
  const text = new Date(instant.ms).toISOString();
  return instant.us === 0 ? text : `${text.slice(0, -1)}${String(instant.us).padStart(3, "0")}Z`;
}
