import { deviceCalendar } from "./calendar.js";
import { reduce } from "./reducer.js";
import { Keys, Slot } from "./storage.js";
import {
  emptySyncState,
  entryOf,
  finishSyncFailure,
  finishSyncSuccess,
  joinSyncStates,
  markLocal,
  startSync,
} from "./sync-state.js";

/** @typedef {import("./types.js").ProgressEvent} ProgressEvent */
/** @typedef {import("./types.js").Page} Page */
/** @typedef {import("./sync-state.js").Failure} Failure */

const STORAGE_FULL = { code: "STORAGE_FULL", message: "The browser has no room left", retryable: true };

/**
 * The events of one owner, in memory and in storage. Logs are joined by the union of their events, so
 * that no tab, device or late answer can take anything away.
 */
export class ProgressLog {
  #keys;
  #isGuest;
  #stored;
  /** @type {Map<string, ProgressEvent>} */
  #events = new Map();
  #sync = emptySyncState();
  /** @type {import("./types.js").Snapshot | null} */
  #snapshot = null;
  isStored = true;

  /**
   * @param {import("./storage.js").ProgressStorage} storage
   * @param {string | null} userId null for guests
   */
  constructor(storage, userId) {
    this.#keys = new Keys(userId);
    this.#isGuest = userId === null;
    const isState = (/** @type {any} */ value) => value?.version === 1;
    this.#stored = {
      events: new Slot(storage, this.#keys.events, Array.isArray),
      snapshot: new Slot(storage, this.#keys.snapshot, isState),
      sync: new Slot(storage, this.#keys.sync, isState),
    };
    this.refresh();
  }

  /** @returns {ProgressEvent[]} */
  get events() {
    return [...this.#events.values()];
  }

  get snapshot() {
    return (this.#snapshot ??= reduce(this.#events.values(), this.calendar, this.#effectiveAt()));
  }

  get calendar() {
    return this.#sync.calendar ?? deviceCalendar();
  }

  get sync() {
    return this.#sync;
  }

  /** @param {string | null} key that another tab has written */
  owns(key) {
    return key === this.#keys.events || key === this.#keys.sync;
  }

  /** Takes up what other tabs have stored; the cursor first, since it is written last. */
  refresh() {
    const sync = this.#stored.sync.readNews();
    if (sync !== null) {
      joinSyncStates(this.#sync, sync);
      this.#snapshot = null;
    }
    const events = this.#stored.events.readNews() ?? [];
    events.filter(isEvent).forEach((/** @type {ProgressEvent} */ event) => this.#put(event));
  }

  /** Takes up what another tab has stored, and stores again what it has written over. */
  join() {
    this.refresh();
    const stored = this.#storedIds();
    if (this.events.some((event) => !stored.has(event.eventId))) {
      this.save();
    }
  }

  /** @param {ProgressEvent[]} events made here, or by a guest who is now known */
  add(events) {
    for (const event of events) {
      if (!this.#events.has(event.eventId)) {
        this.#put(event);
        if (!this.#isGuest) {
          markLocal(this.#sync, event.eventId);
        }
      }
    }
    this.save();
  }

  /**
   * Takes up what the server tells. Of two events with one id, the server's is the one that counts.
   *
   * @param {Page} page
   * @param {string} now
   */
  merge(page, now) {
    for (const event of page.events) {
      this.#events.set(event.eventId, event);
      if (entryOf(this.#sync, event.eventId).errorCode !== "EVENT_CONFLICT") {
        finishSyncSuccess(this.#sync, event.eventId, now);
      }
      if (Object.hasOwn(page.effectiveAt ?? {}, event.eventId)) {
        this.#sync.events[event.eventId].effectiveAt = page.effectiveAt?.[event.eventId];
      }
    }
    this.#sync.lastSyncedCursor = page.cursor;
    this.#sync.calendar = page.calendar ?? this.#sync.calendar;
    this.#snapshot = null;
  }

  /** @returns {ProgressEvent[]} what the server should have and hasn't answered for */
  pending() {
    return this.events.filter((event) => {
      const { status, permanent } = entryOf(this.#sync, event.eventId);
      return status !== "synced" && permanent !== true;
    });
  }

  /** @param {string} id */
  isAnswered(id) {
    const { status, permanent } = entryOf(this.#sync, id);
    return this.#events.has(id) && (status === "synced" || permanent === true);
  }

  /**
   * @param {ProgressEvent[]} events
   * @param {string} now
   */
  start(events, now) {
    events.forEach((event) => startSync(this.#sync, event.eventId, now));
    this.save();
  }

  /**
   * @param {ProgressEvent[]} events
   * @param {Map<string, Failure>} failures by eventId; all others were taken
   * @param {string} now
   */
  settle(events, failures, now) {
    for (const { eventId } of events) {
      const failure = failures.get(eventId);
      if (failure === undefined) {
        finishSyncSuccess(this.#sync, eventId, now);
      } else {
        finishSyncFailure(this.#sync, eventId, failure);
      }
    }
    this.save();
  }

  /** @param {Failure} failure of an attempt; what it was about to send awaits the next one */
  abandon(failure) {
    this.#each("syncing", (id) => finishSyncFailure(this.#sync, id, failure));
    this.save();
  }

  /** Nobody is sending any more. */
  rest() {
    this.#each("syncing", (id) => markLocal(this.#sync, id));
    this.save();
  }

  /** The learner's records were erased; what this browser has kept of them goes, too. */
  erase() {
    this.#events.clear();
    this.#sync = emptySyncState();
    this.#snapshot = null;
    Object.values(this.#stored).forEach((slot) => slot.remove());
  }

  /** Gives all that is in error another chance. */
  forgive() {
    this.#each("error", (id) => markLocal(this.#sync, id));
  }

  /** Forgets how far the server has been read. */
  startOver() {
    this.#sync.lastSyncedCursor = null;
  }

  /** @param {Set<string>} listed the ids of all events that the server has; it may have lost some */
  keepUnlisted(listed) {
    this.#each("synced", (id) => {
      if (this.#events.has(id) && !listed.has(id)) {
        markLocal(this.#sync, id);
      }
    });
  }

  /** @param {string} now */
  succeeded(now) {
    this.#sync.lastSuccessfulSyncAt = now;
    this.save();
  }

  /** @param {Set<string>} claimed by users, to whose logs another tab may have moved them */
  forget(claimed) {
    const stored = this.#storedIds();
    this.release((id) => claimed.has(id) && !stored.has(id));
  }

  /** @param {(id: string) => boolean} isElsewhere */
  release(isElsewhere) {
    this.refresh();
    const kept = this.events.filter((event) => !isElsewhere(event.eventId));
    if (kept.length === this.#events.size) {
      return;
    }
    this.#events = new Map(kept.map((event) => [event.eventId, event]));
    this.#snapshot = null;
    if (kept.length > 0) {
      this.save({ refresh: false });
    } else {
      this.#stored.events.remove();
      this.#stored.snapshot.remove();
    }
  }

  /** Stores all of it: the events first, so that no cursor is ever ahead of them. */
  save({ refresh = true } = {}) {
    if (refresh) {
      this.refresh();
    }
    const wasStored = this.isStored;
    this.isStored = this.#stored.events.write(this.events);
    if (this.isStored && !wasStored) {
      this.#each("error", (id, entry) => {
        if (entry.errorCode === STORAGE_FULL.code) {
          markLocal(this.#sync, id);
        }
      });
    } else if (!this.isStored) {
      this.#each("local", (id) => finishSyncFailure(this.#sync, id, STORAGE_FULL));
    }
    if (this.isStored) {
      this.#stored.snapshot.write(this.snapshot);
      if (!this.#isGuest) {
        this.#stored.sync.write(this.#sync);
      }
    }
  }

  /** @returns {Set<string>} */
  #storedIds() {
    const stored = this.#stored.events.read() ?? [];
    return new Set(stored.map((/** @type {ProgressEvent} */ event) => event.eventId));
  }

  /** @param {ProgressEvent} event */
  #put(event) {
    if (!this.#events.has(event.eventId)) {
      this.#events.set(event.eventId, event);
      this.#snapshot = null;
    }
  }

  /**
   * @param {string} status
   * @param {(id: string, entry: import("./types.js").SyncEntry) => void} run
   */
  #each(status, run) {
    Object.entries(this.#sync.events)
      .filter(([, entry]) => entry.status === status)
      .forEach(([id, entry]) => run(id, entry));
  }

  #effectiveAt() {
    const moved = Object.entries(this.#sync.events).filter(([, entry]) => entry.effectiveAt);
    return Object.fromEntries(moved.map(([id, entry]) => [id, entry.effectiveAt ?? ""]));
  }
}

/** @param {any} value */
function isEvent(value) {
  return typeof value?.eventId === "string" && typeof value.type === "string";
}
