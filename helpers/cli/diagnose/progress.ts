import type { ReadCount } from '../../model/diagnosis';

/** Shows on a terminal how much has been read, once that takes more than a second; elsewhere it keeps still. */
export class ReadingProgress {
  private readonly startedMs: number;
  private shownMs = 0;

  constructor(private_: ProgressPlace) {
    this.place = private_;
    this.startedMs = private_.nowMs();
  }

  private readonly place: ProgressPlace;

  /** Takes note of how much has been read. */
  show({ lines, bytes }: ReadCount): void {
    const now = this.place.nowMs();
    if (!this.place.isTerminal || now - this.startedMs < 1000 || now - this.shownMs < 200) return;
    this.shownMs = now;
    this.place.write(`\r\u001b[2Kread ${Math.round(bytes / 1_000_000)} MB, ${lines.toLocaleString('en')} lines`);
  }

  /** Takes the line away, so that the result stands alone. */
  end(): void {
    if (this.shownMs > 0) this.place.write('\r\u001b[2K');
  }
}

/** Where progress is shown, and the clock. */
export interface ProgressPlace {
  readonly isTerminal: boolean;
  readonly write: (text: string) => unknown;
  readonly nowMs: () => number;
}
