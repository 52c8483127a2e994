/**
 * What this browser knows of each event's way to the server. It never leaves the browser.
 */

/** @typedef {import("./types.js").SyncEntry} SyncEntry */
/** @typedef {import("./types.js").SyncState} SyncState */
/** @typedef {{code: string, message: string, retryable: boolean}} Failure */

/** @returns {SyncState} */
export function emptySyncState() {
  return {
    version: 1,
    events: Object.create(null),
    lastSuccessfulSyncAt: null,
    lastSyncedCursor: null,
    calendar: null,
  };
}

/**
 * @param {SyncState} state
 * @param {string} id
 * @returns {SyncEntry}
 */
export function entryOf(state, id) {
  return (
    state.events[id] ?? { status: "local", lastAttemptAt: null, lastSyncedAt: null, retryCount: 0 }
  );
}

/**
 * @param {SyncState} state
 * @param {string} id
 */
export function markLocal(state, id) {
  state.events[id] = withoutError(entryOf(state, id), "local");
}

/**
 * @param {SyncState} state
 * @param {string} id
 * @param {string} now
 */
export function startSync(state, id, now) {
  state.events[id] = { ...entryOf(state, id), status: "syncing", lastAttemptAt: now };
}

/**
 * @param {SyncState} state
 * @param {string} id
 * @param {string} now
 */
export function finishSyncSuccess(state, id, now) {
  state.events[id] = {
    ...withoutError(entryOf(state, id), "synced"),
    lastSyncedAt: now,
    retryCount: 0,
  };
}

/**
 * @param {SyncState} state
 * @param {string} id
 * @param {Failure} failure
 */
export function finishSyncFailure(state, id, failure) {
  const entry = entryOf(state, id);
  state.events[id] = {
    ...withoutError(entry, "error"),
    retryCount: entry.retryCount + 1,
    errorCode: failure.code,
    errorMessage: failure.message,
    ...(failure.retryable ? {} : { permanent: true }),
  };
}

/**
 * Takes up what another tab has written: what was synced stays so, and what this tab doesn't know
 * is believed.
 *
 * @param {SyncState} mine
 * @param {SyncState} theirs
 */
export function joinSyncStates(mine, theirs) {
  for (const [id, entry] of Object.entries(theirs.events)) {
    if (mine.events[id] === undefined || entry.status === "synced") {
      mine.events[id] = entry;
    }
  }
  mine.lastSyncedCursor = theirs.lastSyncedCursor ?? mine.lastSyncedCursor;
  mine.lastSuccessfulSyncAt = theirs.lastSuccessfulSyncAt ?? mine.lastSuccessfulSyncAt;
  mine.calendar = theirs.calendar ?? mine.calendar;
}

/**
 * @param {SyncEntry} entry
 * @param {import("./types.js").SyncStatus} status
 * @returns {SyncEntry}
 */
function withoutError(entry, status) {
  const { errorCode, errorMessage, permanent, ...rest } = entry;
  return { ...rest, status };
}
