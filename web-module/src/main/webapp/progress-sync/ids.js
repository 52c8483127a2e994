/**
 * Makes event ids that sort as they were made (UUIDs of version 7), also within a millisecond: of two
 * events at one instant the greater id counts later.
 */
export class EventIds {
  #random;
  #ms = 0;
  #count = 0;

  /** @param {(bytes: Uint8Array) => Uint8Array} random fills the bytes */
  constructor(random) {
    this.#random = random;
  }

  /**
   * @param {number} now milliseconds since 1970
   * @returns {string}
   */
  next(now) {
    if (now > this.#ms) {
      this.#ms = now;
      this.#count = 0;
    } else if (++this.#count > 0xfff) {
      this.#ms++;
      this.#count = 0;
    }
    const time = this.#ms.toString(16).padStart(12, "0");
    const bytes = this.#random(new Uint8Array(8));
    bytes[0] = (bytes[0] & 0x3f) | 0x80;
    const tail = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    const count = this.#count.toString(16).padStart(3, "0");
    return `${time.slice(0, 8)}-${time.slice(8)}-7${count}-${tail.slice(0, 4)}-${tail.slice(4)}`;
  }
}
