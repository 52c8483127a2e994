import { EventIds } from "./ids.js";
import { ProgressLog } from "./log.js";
import { ProgressNetwork } from "./network.js";
import { browserPorts } from "./ports.js";
import { Session } from "./session.js";
import { Keys, ProgressStorage } from "./storage.js";

/** @typedef {import("./types.js").ProgressEvent} ProgressEvent */
/** @typedef {import("./types.js").ClientState} ClientState */

/** Dispatched on the window after each change; `detail` is `{snapshot, state}`. */
export const UPDATE = "learning-progress-update";

/**
 * A learner's progress in this browser: a guest's until somebody logs in, then that user's, kept the
 * same on all devices. What is recorded counts at once, online or not.
 */
export class ProgressClient {
  #ports;
  #url;
  #storage;
  #ids;
  #clientId;
  /** @type {ProgressLog} */
  #guest;
  /** @type {{userId: string, log: ProgressLog, session: Session} | null} */
  #user = null;
  /** @type {[EventTarget, string, (event: any) => void][]} */
  #listeners;

  /**
   * @param {object} [options]
   * @param {string} [options.url] of the server's `/api/v1/learning/progress`
   * @param {Partial<import("./types.js").Ports>} [options.ports] what tests and other hosts replace
   */
  constructor({ url = "/api/v1/learning/progress", ports = {} } = {}) {
    this.#url = url;
    this.#ports = { ...browserPorts(), ...ports };
    this.#storage = new ProgressStorage(this.#ports);
    this.#ids = new EventIds(this.#ports.random);
    this.#clientId = this.#storage.clientId(() => this.#ids.next(this.#ports.now()));
    this.#guest = new ProgressLog(this.#storage, null);
    const { window, document } = this.#ports;
    this.#listeners = [
      [window, "storage", (event) => this.#stored(event.key)],
      [window, "online", () => void this.#user?.session.wake()],
      [window, "offline", () => this.#changed()],
      [document, "visibilitychange", () => this.#seen(document.visibilityState)],
    ];
    this.#listeners.forEach(([target, type, listener]) => target.addEventListener(type, listener));
  }

  /** @returns {import("./types.js").Snapshot} of all events that this browser knows */
  get snapshot() {
    return this.#log.snapshot;
  }

  /** @returns {ProgressEvent[]} the log of the user, or of the guest */
  get events() {
    return this.#log.events;
  }

  /** @returns {ClientState} */
  get state() {
    const entries = Object.entries(this.#log.sync.events);
    const failure = this.#user?.session.failure ?? null;
    const failed = entries
      .filter(([, entry]) => entry.status === "error")
      .map(([eventId, entry]) => ({
        eventId,
        code: entry.errorCode ?? "",
        message: entry.errorMessage ?? "",
        retryable: entry.permanent !== true,
      }));
    return {
      userId: this.#user?.userId ?? null,
      status: this.#status(failed.length > 0 || failure !== null),
      pending: this.#user === null ? 0 : this.#log.pending().length,
      failed,
      error: failure && {
        code: failure.code,
        message: failure.message,
        retryable: failure.retryable,
      },
      bootstrapping: this.#user !== null && !this.#user.session.isBootstrapped,
      storageFull: !this.#log.isStored,
      lastSuccessfulSyncAt: this.#log.sync.lastSuccessfulSyncAt,
    };
  }

  /**
   * @param {string} eventId
   * @returns {import("./types.js").SyncEntry | null} null for a guest's
   */
  syncEntry(eventId) {
    return this.#log.sync.events[eventId] ?? null;
  }

  /**
   * Takes up a user's log, with what the guest has done so far and no other user has claimed.
   *
   * @param {object} user
   * @param {string} user.userId that the identity provider gives
   * @param {(refresh: boolean) => Promise<string> | string} user.accessToken asked before each request;
   *     `refresh` after the server refused the last one
   * @returns {Promise<void>} after the first attempt to sync, successful or not
   */
  login({ userId, accessToken }) {
    this.logout();
    const log = new ProgressLog(this.#storage, userId);
    log.rest();
    const claimed = this.#storage.eventIdsOfOthers(userId);
    this.#guest.refresh();
    log.add(this.#guest.events.filter((event) => !claimed.has(event.eventId)));
    const network = new ProgressNetwork(this.#url, this.#ports, accessToken);
    const session = new Session(userId, log, this.#guest, network, this.#ports, () => {
      if (this.#user?.session === session) {
        this.#changed();
      }
    });
    this.#user = { userId, log, session };
    this.#changed();
    return session.sync();
  }

  /** Returns to the guest's log; the user's stays as it is. */
  logout() {
    if (this.#user !== null) {
      this.#user.log.forgive();
      this.#user.session.stop();
      this.#user = null;
      this.#guest.refresh();
      this.#changed();
    }
  }

  /**
   * Records what the learner has done. It counts at once and is synced soon.
   *
   * @param {import("./types.js").EventType} type
   * @param {object} [payload]
   * @returns {ProgressEvent}
   */
  record(type, payload) {
    const now = this.#ports.now();
    /** @type {ProgressEvent} */
    const event = JSON.parse(
      JSON.stringify({
        eventId: this.#ids.next(now),
        occurredAt: new Date(now).toISOString(),
        clientId: this.#clientId,
        type,
        payload,
      }),
    );
    this.#log.add([event]);
    this.#changed();
    this.#user?.session.touch();
    return event;
  }

  /** @param {import("./types.js").ContentProgress} progress */
  recordContent(progress) {
    return this.record("content.progressed", progress);
  }

  /** @param {string} pathId */
  completeOnboarding(pathId) {
    return this.record("onboarding.completed", { pathId });
  }

  resetOnboarding() {
    return this.record("onboarding.reset");
  }

  /** @param {string | null} pathId */
  setActivePath(pathId) {
    return this.record("activePath.set", { pathId });
  }

  /** Clears what is derived; the history stays. */
  resetProgress() {
    return this.record("progress.reset");
  }

  /**
   * Syncs now, also what was refused for good. A guest's call does nothing.
   *
   * @returns {Promise<ClientState>} as it is then
   */
  async sync() {
    await this.#user?.session.sync(true);
    return this.state;
  }

  /** Ends all listening and syncing. */
  close() {
    this.#user?.session.stop();
    this.#listeners.forEach(([target, type, listener]) =>
      target.removeEventListener(type, listener),
    );
  }

  get #log() {
    return this.#user?.log ?? this.#guest;
  }

  /**
   * @param {boolean} hasFailed
   * @returns {import("./types.js").SyncStatus}
   */
  #status(hasFailed) {
    if (this.#user === null) {
      return "local";
    }
    if (Object.values(this.#log.sync.events).some((entry) => entry.status === "syncing")) {
      return "syncing";
    }
    if (hasFailed) {
      return "error";
    }
    const isAll = this.#user.session.isBootstrapped && this.#log.pending().length === 0;
    return isAll ? "synced" : "local";
  }

  /** @param {string | null} key that another tab has written */
  #stored(key) {
    if (!this.#log.owns(key)) {
      return;
    }
    if (this.#user === null) {
      this.#guest.forget(this.#storage.eventIdsOfOthers(null));
    }
    this.#log.join();
    this.#user?.session.touch();
    this.#changed();
  }

  /** @param {string | undefined} visibility */
  #seen(visibility) {
    if (visibility === "visible") {
      void this.#user?.session.wake();
    } else {
      this.#user?.session.flush();
    }
  }

  #changed() {
    const detail = { snapshot: this.snapshot, state: this.state };
    this.#ports.window.dispatchEvent(new CustomEvent(UPDATE, { detail }));
  }
}

/**
 * What was cached when this browser last recorded something: for a first picture, before the log is
 * read.
 *
 * @param {string | null} [userId] null for guests
 * @returns {import("./types.js").Snapshot | null}
 */
export function cachedSnapshot(userId = null) {
  return new ProgressStorage(browserPorts()).readJson(
    new Keys(userId).snapshot,
    (value) => value?.version === 1,
  );
}
