/** Whole lines of a log, in bytes, and where each of them stands. One object serves for all pieces of a log. */
export class Piece {
  bytes: Buffer = Buffer.alloc(0);
  view: DataView = new DataView(new ArrayBuffer(0));
  /** How many lines it has. */
  lines = 0;
  #ends = new Int32Array(leastEnds);

  /** Begins with other bytes; the last of them is a line feed. */
  take(bytes: Buffer): void {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    let lines = 0;
    for (let end = bytes.indexOf(lineFeed); end >= 0; end = bytes.indexOf(lineFeed, end + 1)) {
      if (lines === this.#ends.length) this.#grow();
      this.#ends[lines++] = end;
    }
    this.lines = lines;
  }

  /** Begins with other bytes, the ends of whose lines are known. */
  takeKnown(bytes: Buffer, ends: Int32Array<ArrayBuffer>): void {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#ends = ends;
    this.lines = ends.length;
  }

  /** The places of all line feeds. */
  ends(): Int32Array<ArrayBuffer> {
    return this.#ends.slice(0, this.lines);
  }

  /** Where a line begins. The first is line 0. */
  startOf(line: number): number {
    return line === 0 ? 0 : (this.#ends[line - 1] as number) + 1;
  }

  /** Where its line feed stands. */
  feedOf(line: number): number {
    return this.#ends[line] as number;
  }

  /** Where it ends, without line feed and carriage return. */
  endOf(line: number): number {
    const end = this.#ends[line] as number;
    return this.bytes[end - 1] === carriageReturn && end > this.startOf(line) ? end - 1 : end;
  }

  /** The line that has the byte at this place. */
  lineAt(at: number): number {
    let low = 0;
    let high = this.lines;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#ends[middle] as number) < at) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #grow(): void {
    const longer = new Int32Array(Math.max(this.#ends.length * 2, leastEnds));
    longer.set(this.#ends);
    this.#ends = longer;
  }
}

const leastEnds = 1 << 14;
const lineFeed = 10;
const carriageReturn = 13;
