import { canonical } from "./canonical.js";
import { SyncFailure } from "./network.js";
import { Schedule } from "./schedule.js";

/** @typedef {import("./types.js").ProgressEvent} ProgressEvent */
/** @typedef {import("./log.js").ProgressLog} ProgressLog */

/** As many as the server takes in one request. */
const CHUNK = 100;
/** Milliseconds in which further changes join an attempt. */
const DEBOUNCE = 1500;
/** Refusals of a body, which may be the fault of one of its events. */
const REFUSES_BODY = new Set([400, 413, 422]);

/** The one answer after which this browser forgets. */
const ERASED = "LEARNER_ERASED";

/** Keeps one user's log and the server's the same, for as long as the user is logged in. */
export class Session {
  #userId;
  #log;
  #guest;
  #network;
  #ports;
  #changed;
  #schedule;
  /** @type {{manual: boolean, done: Promise<void>} | null} */
  #next = null;
  #last = Promise.resolve();
  #isRefused = false;
  isBootstrapped = false;
  /** @type {SyncFailure | null} */
  failure = null;

  /**
   * @param {string} userId
   * @param {ProgressLog} log the user's
   * @param {ProgressLog} guest this browser's, whose events the user's log has taken up
   * @param {import("./network.js").ProgressNetwork} network
   * @param {import("./types.js").Ports} ports
   * @param {() => void} changed is called whenever there is something new to show
   */
  constructor(userId, log, guest, network, ports, changed) {
    this.#userId = userId;
    this.#log = log;
    this.#guest = guest;
    this.#network = network;
    this.#ports = ports;
    this.#changed = changed;
    this.#schedule = new Schedule(ports, () => void this.sync());
  }

  /** Something was recorded, here or in another tab, which may be gone before it has sent it. */
  touch() {
    if (this.#ports.isOnline() && this.#log.pending().length > 0) {
      this.#schedule.soon(DEBOUNCE);
    }
  }

  /** The page is about to be left, perhaps for long. */
  flush() {
    if (this.#schedule.isWaiting && this.failure === null) {
      void this.sync();
    }
  }

  /** There is reason to believe that it will work now. */
  wake() {
    this.#schedule.reset();
    return this.sync();
  }

  /**
   * Exchanges what is new. Never fails: `failure` and the events' entries tell what went wrong.
   *
   * @param {boolean} [manual] tries even what was refused for good
   * @returns {Promise<void>} after an attempt that began after this call
   */
  sync(manual = false) {
    if (this.#next !== null) {
      this.#next.manual ||= manual;
      return this.#next.done;
    }
    const next = { manual, done: Promise.resolve() };
    this.#next = next;
    next.done = this.#last.then(() => {
      this.#next = null;
      return this.#attempt(next.manual);
    });
    this.#last = next.done;
    return next.done;
  }

  stop() {
    this.#schedule.stop();
    this.#network.stop();
    this.#log.rest();
  }

  /** @param {boolean} manual */
  async #attempt(manual) {
    if (manual) {
      this.#schedule.reset();
      this.#isRefused = false;
      this.#log.forgive();
    }
    if (this.#network.isStopped || this.#isRefused || !this.#ports.isOnline()) {
      return;
    }
    this.#schedule.stop();
    try {
      await this.#ports.exclusively(`learning-progress:${this.#userId}`, () => this.#exchange());
      this.#succeeded();
    } catch (failure) {
      if (!this.#network.isStopped) {
        this.#failed(failure);
      }
    }
    if (!this.#network.isStopped) {
      this.#changed();
    }
  }

  async #exchange() {
    const log = this.#log;
    log.refresh();
    if (!this.isBootstrapped) {
      await this.#pull(false);
      this.#changed();
    }
    await this.#push();
    const theirs = await this.#pull(!this.isBootstrapped);
    if (theirs !== undefined && this.#differs(theirs)) {
      log.startOver();
      const whole = await this.#pull(true);
      if (whole !== undefined && this.#differs(whole)) {
        this.#ports.warn("The server reduces the same events to another snapshot");
      }
      await this.#push();
    }
    this.isBootstrapped = true;
  }

  async #push() {
    const events = this.#log.pending();
    if (events.length > 0) {
      this.#log.start(events, this.#now());
      this.#changed();
      for (let i = 0; i < events.length; i += CHUNK) {
        await this.#send(events.slice(i, i + CHUNK));
      }
    }
    this.#releaseGuest();
  }

  /** @param {ProgressEvent[]} events */
  async #send(events) {
    try {
      const failed = await this.#network.push(events, this.#now());
      this.#settle(events, new Map(failed.map((failure) => [failure.eventId, failure])));
    } catch (failure) {
      if (!(failure instanceof SyncFailure) || !REFUSES_BODY.has(failure.status)) {
        throw failure;
      }
      if (events.length === 1) {
        this.#settle(events, new Map([[events[0].eventId, failure]]));
        return;
      }
      const half = Math.ceil(events.length / 2);
      await this.#send(events.slice(0, half));
      await this.#send(events.slice(half));
    }
  }

  /**
   * @param {ProgressEvent[]} events
   * @param {Map<string, import("./sync-state.js").Failure>} failures
   */
  #settle(events, failures) {
    if (this.#network.isStopped) {
      throw new SyncFailure("STOPPED", "The user has logged out");
    }
    failures.forEach(({ code, message }, id) =>
      this.#ports.warn(`Event ${id} was refused: ${code} ${message}`),
    );
    this.#log.settle(events, failures, this.#now());
    this.#changed();
  }

  /**
   * Reads what the server has and this browser doesn't.
   *
   * @param {boolean} snapshot whether the server's own is wanted
   */
  async #pull(snapshot) {
    const log = this.#log;
    let listed = log.sync.lastSyncedCursor === null ? new Set() : null;
    try {
      for (;;) {
        const since = log.sync.lastSyncedCursor;
        const page = await this.#network.pull({ since, snapshot });
        if (this.#network.isStopped) {
          throw new SyncFailure("STOPPED", "The user has logged out");
        }
        if (page.resync) {
          listed = new Set();
        }
        log.merge(page, this.#now());
        page.events.forEach((event) => listed?.add(event.eventId));
        if (!page.hasMore || page.cursor === since) {
          if (listed !== null) {
            log.keepUnlisted(listed);
          }
          return page.snapshot;
        }
      }
    } finally {
      if (!this.#network.isStopped) {
        log.save();
      }
    }
  }

  /**
   * Whether the two logs can't be the same, though all was exchanged: a lost write, or a server that
   * was restored from a backup.
   *
   * @param {import("./types.js").Snapshot} theirs
   */
  #differs(theirs) {
    const isSettled = this.#log.pending().length === 0 && this.#errors().length === 0;
    return isSettled && canonical(theirs) !== canonical(this.#log.snapshot);
  }

  #releaseGuest() {
    this.#guest.release((id) => this.#log.isAnswered(id));
  }

  #succeeded() {
    this.failure = null;
    this.#log.succeeded(this.#now());
    const again = this.#log.pending();
    if (again.some(({ eventId }) => this.#log.sync.events[eventId]?.status === "error")) {
      this.#schedule.failed(0);
      return;
    }
    this.#schedule.reset();
    if (again.length > 0) {
      this.touch();
    }
  }

  /** @param {unknown} cause */
  #failed(cause) {
    const failure =
      cause instanceof SyncFailure ? cause : new SyncFailure("BROKEN", String(cause));
    this.#ports.warn(`Progress was not synced: ${failure.code} ${failure.message}`, cause);
    this.failure = failure;
    this.#isRefused = !failure.retryable;
    this.#log.abandon(failure);
    if (failure.code === ERASED) {
      const ids = new Set(this.#log.events.map((event) => event.eventId));
      this.#guest.release((id) => ids.has(id));
      this.#log.erase();
    }
    if (failure.retryable) {
      this.#schedule.failed(failure.retryAfter);
    }
  }

  #errors() {
    return Object.values(this.#log.sync.events).filter((entry) => entry.status === "error");
  }

  #now() {
    return new Date(this.#ports.now()).toISOString();
  }
}
