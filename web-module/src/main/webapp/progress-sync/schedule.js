/** Milliseconds after the first, second, third and fourth failure in a row. */
export const RETRY_DELAYS = [1000, 5000, 15_000, 60_000];

/** Says when to try next: soon after a change, later and later after failures. */
export class Schedule {
  #ports;
  #run;
  /** @type {any} */
  #timer = null;
  #failures = 0;

  /**
   * @param {Pick<import("./types.js").Ports, "setTimer" | "clearTimer">} ports
   * @param {() => void} run
   */
  constructor(ports, run) {
    this.#ports = ports;
    this.#run = run;
  }

  get isWaiting() {
    return this.#timer !== null;
  }

  /**
   * Something has changed. Changes until then share the attempt; none postpones it, and none hurries
   * one after a failure.
   *
   * @param {number} delay
   */
  soon(delay) {
    if (!this.isWaiting) {
      this.#set(delay);
    }
  }

  /** @param {number} atLeast milliseconds that the server asks for */
  failed(atLeast) {
    const delay = RETRY_DELAYS[this.#failures];
    if (delay !== undefined) {
      this.#failures++;
      this.#set(Math.max(delay, atLeast));
    }
  }

  /** A new series of attempts may begin. */
  reset() {
    this.stop();
    this.#failures = 0;
  }

  stop() {
    if (this.#timer !== null) {
      this.#ports.clearTimer(this.#timer);
      this.#timer = null;
    }
  }

  /** @param {number} delay */
  #set(delay) {
    this.stop();
    this.#timer = this.#ports.setTimer(() => {
      this.#timer = null;
      this.#run();
    }, delay);
  }
}
