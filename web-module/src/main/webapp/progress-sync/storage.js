/**
 * The keys below which progress is kept, and reads and writes that can't throw.
 */

/** @typedef {import("./types.js").ProgressEvent} ProgressEvent */

const EVENTS = "learning_progress_events";
const SNAPSHOT = "learning_progress_snapshot";
const SYNC = "learning_progress_sync";
const CLIENT = "learning_progress_client";

/** One owner's keys. */
export class Keys {
  /** @param {string | null} userId null for guests */
  constructor(userId) {
    const owner = userId === null ? "" : `:${userId}`;
    this.events = EVENTS + owner;
    this.snapshot = SNAPSHOT + owner;
    this.sync = SYNC + owner;
  }
}

/** What a browser keeps, whatever has happened to it. */
export class ProgressStorage {
  #storage;
  #warn;

  /** @param {Pick<import("./types.js").Ports, "storage" | "warn">} ports */
  constructor({ storage, warn }) {
    this.#storage = storage;
    this.#warn = warn;
  }

  /**
   * @param {string} key
   * @returns {string | null}
   */
  read(key) {
    return this.#storage.getItem(key);
  }

  /**
   * JSON that was written before. What can't be read is put aside and not overwritten.
   *
   * @param {string} key
   * @param {(value: any) => boolean} isSound
   * @returns {any} null where there is none
   */
  readJson(key, isSound) {
    const text = this.read(key);
    if (text === null) {
      return null;
    }
    try {
      const value = JSON.parse(text);
      if (isSound(value)) {
        return value;
      }
    } catch (broken) {
      this.#warn(`${key} is no JSON`, broken);
    }
    this.write(`${key}.unreadable`, text);
    return null;
  }

  /**
   * @param {string} key
   * @param {string} text
   * @returns {boolean} whether there was room; nothing is ever deleted to make some
   */
  write(key, text) {
    try {
      this.#storage.setItem(key, text);
      return true;
    } catch (full) {
      this.#warn(`${key} cannot be stored; progress is kept in memory`, full);
      return false;
    }
  }

  /** @param {string} key */
  remove(key) {
    this.#storage.removeItem(key);
  }

  /**
   * @param {string | null} userId null for guests
   * @returns {Set<string>} the ids of all events that other users of this browser have
   */
  eventIdsOfOthers(userId) {
    const own = new Keys(userId).events;
    const ids = new Set();
    for (let i = 0; i < this.#storage.length; i++) {
      const key = this.#storage.key(i) ?? "";
      if (key.startsWith(`${EVENTS}:`) && key !== own && !key.endsWith(".unreadable")) {
        (this.readJson(key, Array.isArray) ?? []).forEach((/** @type {ProgressEvent} */ event) =>
          ids.add(event.eventId),
        );
      }
    }
    return ids;
  }

  /**
   * @param {() => string} next makes one where this browser has none yet
   * @returns {string} the id of this browser
   */
  clientId(next) {
    const known = this.read(CLIENT);
    if (known !== null && known.length > 0 && known.length <= 100) {
      return known;
    }
    const fresh = next();
    this.write(CLIENT, fresh);
    return fresh;
  }
}

/** One key with JSON below it, and what it held when it was last looked at. */
export class Slot {
  #storage;
  #key;
  #isSound;
  /** @type {string | null} */
  #seen = null;

  /**
   * @param {ProgressStorage} storage
   * @param {string} key
   * @param {(value: any) => boolean} isSound
   */
  constructor(storage, key, isSound) {
    this.#storage = storage;
    this.#key = key;
    this.#isSound = isSound;
  }

  /** @returns {any} null where there is none */
  read() {
    return this.#storage.readJson(this.#key, this.#isSound);
  }

  /** @returns {any} null where there is none, or the same as when it was last looked at */
  readNews() {
    const text = this.#storage.read(this.#key);
    const isNew = text !== null && text !== this.#seen;
    this.#seen = text;
    return isNew ? this.read() : null;
  }

  /**
   * @param {unknown} value
   * @returns {boolean} whether it is stored
   */
  write(value) {
    const text = JSON.stringify(value);
    const isStored = text === this.#seen || this.#storage.write(this.#key, text);
    if (isStored) {
      this.#seen = text;
    }
    return isStored;
  }

  remove() {
    this.#storage.remove(this.#key);
    this.#seen = null;
  }
}
