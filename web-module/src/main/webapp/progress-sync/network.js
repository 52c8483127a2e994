/** @typedef {import("./types.js").ProgressEvent} ProgressEvent */

const PATIENCE = 30_000;
const WORTH_RETRYING = new Set([401, 408, 429]);

/** Why a request has led to nothing. */
export class SyncFailure extends Error {
  /**
   * @param {string} code
   * @param {string} message
   * @param {{status?: number, retryable?: boolean, retryAfter?: number}} [how] retryAfter in milliseconds
   */
  constructor(code, message, { status = 0, retryable = true, retryAfter = 0 } = {}) {
    super(message);
    this.name = "SyncFailure";
    this.code = code;
    this.status = status;
    this.retryable = retryable;
    this.retryAfter = retryAfter;
  }
}

/** The server, as far as progress is concerned. */
export class ProgressNetwork {
  #url;
  #ports;
  #accessToken;
  #isTokenStale = false;
  #stopped = new AbortController();

  /**
   * @param {string} url of `/api/v1/learning/progress`
   * @param {import("./types.js").Ports} ports
   * @param {(refresh: boolean) => Promise<string> | string} accessToken
   */
  constructor(url, ports, accessToken) {
    this.#url = url;
    this.#ports = ports;
    this.#accessToken = accessToken;
  }

  /** Ends what is under way; every later call fails. */
  stop() {
    this.#stopped.abort();
  }

  get isStopped() {
    return this.#stopped.signal.aborted;
  }

  /**
   * @param {{since: string | null, snapshot: boolean}} from
   * @returns {Promise<import("./types.js").Page>}
   */
  async pull({ since, snapshot }) {
    const query = new URLSearchParams();
    if (since !== null) {
      query.set("since", since);
    }
    if (snapshot) {
      query.set("snapshot", "true");
    }
    const url = query.toString() === "" ? this.#url : `${this.#url}?${query}`;
    const { data } = await this.#call(url, { method: "GET" });
    if (!Array.isArray(data?.events) || typeof data.cursor !== "string") {
      throw unintelligible();
    }
    return data;
  }

  /**
   * @param {ProgressEvent[]} events
   * @param {string} now
   * @returns {Promise<import("./types.js").FailedEvent[]>}
   */
  async push(events, now) {
    const { failedEvents } = await this.#call(this.#url, {
      method: "PUT",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ clientUpdatedAt: now, events }),
    });
    if (!Array.isArray(failedEvents)) {
      throw unintelligible();
    }
    return failedEvents;
  }

  /**
   * @param {string} url
   * @param {RequestInit & {headers?: Record<string, string>}} request
   */
  async #call(url, request) {
    const token = await this.#token();
    const patience = new AbortController();
    const giveUp = () => patience.abort();
    const timer = this.#ports.setTimer(giveUp, PATIENCE);
    this.#stopped.signal.addEventListener("abort", giveUp);
    try {
      const response = await this.#ports.fetch(url, {
        ...request,
        headers: { ...request.headers, Accept: "application/json", Authorization: `Bearer ${token}` },
        cache: "no-store",
        credentials: "omit",
        signal: patience.signal,
      });
      return await this.#read(response);
    } catch (failure) {
      throw failure instanceof SyncFailure
        ? failure
        : new SyncFailure("UNREACHABLE", "The server cannot be reached");
    } finally {
      this.#ports.clearTimer(timer);
      this.#stopped.signal.removeEventListener("abort", giveUp);
    }
  }

  async #token() {
    try {
      return await this.#accessToken(this.#isTokenStale);
    } catch (failure) {
      this.#ports.warn("There is no access token", failure);
      throw new SyncFailure("NOT_SIGNED_IN", "There is no access token", { status: 401 });
    }
  }

  /** @param {Response} response */
  async #read(response) {
    this.#isTokenStale = response.status === 401;
    if (response.ok) {
      // A school's captive portal answers 200 as well.
      const answer = await response.json().catch(() => null);
      if (answer?.ok !== true) {
        throw unintelligible();
      }
      return answer;
    }
    const problem = await response.json().catch(() => null);
    throw new SyncFailure(
      problem?.code ?? `HTTP_${response.status}`,
      problem?.detail ?? problem?.title ?? `The server answered ${response.status}`,
      {
        status: response.status,
        retryable: response.status >= 500 || WORTH_RETRYING.has(response.status),
        retryAfter: 1000 * (Number(response.headers.get("Retry-After")) || 0),
      },
    );
  }
}

function unintelligible() {
  return new SyncFailure("UNINTELLIGIBLE", "What answered is not Cairn");
}
