/**
 * What lies outside in a browser.
 *
 * @returns {import("./types.js").Ports}
 */
export function browserPorts() {
  return {
    now: () => Date.now(),
    setTimer: (run, delay) => setTimeout(run, delay),
    clearTimer: (timer) => clearTimeout(timer),
    storage: browserStorage(),
    fetch: (url, request) => fetch(url, request),
    isOnline: () => navigator.onLine,
    // Pages without TLS have no locks; what two tabs send at once is one event all the same.
    exclusively: async (name, run) =>
      navigator.locks === undefined ? run() : await navigator.locks.request(name, run),
    random: (bytes) => crypto.getRandomValues(bytes),
    window,
    document,
    warn: (message, cause) => console.warn(`Learning progress: ${message}`, cause ?? ""),
  };
}

function browserStorage() {
  try {
    return window.localStorage;
  } catch (forbidden) {
    console.warn("Learning progress: this browser stores nothing", forbidden);
    return new MemoryStorage();
  }
}

/** Forgets all when the page is left. */
class MemoryStorage {
  #items = new Map();

  get length() {
    return this.#items.size;
  }

  clear() {
    this.#items.clear();
  }

  /** @param {number} index */
  key(index) {
    return [...this.#items.keys()][index] ?? null;
  }

  /** @param {string} key */
  getItem(key) {
    return this.#items.get(key) ?? null;
  }

  /**
   * @param {string} key
   * @param {string} value
   */
  setItem(key, value) {
    this.#items.set(key, String(value));
  }

  /** @param {string} key */
  removeItem(key) {
    this.#items.delete(key);
  }
}
