import { EventEmitter } from 'node:events';
import type { Readable } from 'node:stream';
import { HarnessError } from '../../helpers/errors';

const keptLines = 100_000;

/**
 * Follows a container's output line by line and waits for lines. Attach before the start: a container that dies
 * early is known by its log alone. Keeps the last 100,000 lines.
 */
export class LogTail {
  readonly #events = new EventEmitter().setMaxListeners(0);
  readonly #lines: string[] = [];
  #dropped = 0;
  #ended = false;

  /** For Testcontainers' `withLogConsumer`. */
  readonly consume = (stream: Readable): void => {
    this.alsoFollow(stream);
    const end = () => {
      this.#ended = true;
      this.#events.emit('change');
    };
    stream.on('end', end).on('close', end).on('error', end);
  };

  /**
   * Takes lines from another place too, such as a file, from the line `after` on if there is to be one; that it ends is not the
   * end of the log.
   */
  alsoFollow(stream: Readable, after?: string): void {
    let rest = '';
    let begun = after === undefined;
    stream.setEncoding('utf8');
    stream.on('data', (chunk: string) => {
      const parts = (rest + chunk).split('\n');
      rest = parts.pop() ?? '';
      const start = begun ? 0 : parts.indexOf(after ?? '') + 1;
      begun ||= start > 0;
      if (begun) this.#take(parts.slice(start));
    });
  }

  /** Whether the container has ended, and the log with it. */
  get ended(): boolean {
    return this.#ended;
  }

  /** A place in the log, for `linesSince`: how many lines have come so far. */
  get position(): number {
    return this.#dropped + this.#lines.length;
  }

  /** The lines after a position (0: all that are kept). */
  linesSince(position: number): readonly string[] {
    return this.#lines.slice(Math.max(0, position - this.#dropped));
  }

  /** The lines since a position as soon as `enough` holds of them; undefined when time or the log is up. */
  async when(
    enough: (lines: readonly string[]) => boolean,
    { since = 0, timeoutMs }: { readonly since?: number; readonly timeoutMs: number },
  ): Promise<readonly string[] | undefined> {
    const deadline = AbortSignal.timeout(timeoutMs);
    for (;;) {
      const lines = this.linesSince(since);
      if (enough(lines)) return lines;
      if (deadline.aborted || this.#ended) return undefined;
      await this.#change(deadline);
    }
  }

  /** As `when`, for one line; throws ETIMEOUT with what came last. */
  async waitForLine(pattern: RegExp, options: { readonly since?: number; readonly timeoutMs: number }) {
    const lines = await this.when((all) => all.some((line) => pattern.test(line)), options);
    const line = lines?.find((candidate) => pattern.test(candidate));
    if (line !== undefined) return line;
    const last = this.linesSince(0).slice(-10).join('\n  ') || '(nothing)';
    const limit = this.#ended ? 'before the container ended' : `within ${options.timeoutMs} ms`;
    throw new HarnessError('ETIMEOUT', `no log line ${pattern} ${limit}; the log's last lines:\n  ${last}`);
  }

  #change(deadline: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        this.#events.off('change', done);
        deadline.removeEventListener('abort', done);
        resolve();
      };
      this.#events.on('change', done);
      deadline.addEventListener('abort', done);
    });
  }

  #take(lines: readonly string[]): void {
    this.#lines.push(...lines.map((line) => line.replace(/\r$/, '')));
    const excess = this.#lines.length - keptLines;
    if (excess > 0) {
      this.#lines.splice(0, excess);
      this.#dropped += excess;
    }
    this.#events.emit('change');
  }
}
