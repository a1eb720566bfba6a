import type { Server } from './server';

/** One line of the benchmark's table. */
export interface Row {
  /** By which it is asked for: `npm run bench -- mail`. */
  readonly name: string;
  readonly title: string;
  /** Of times less is better; of what is done in a second, more. */
  readonly unit: 'ms' | 's' | 'a second';
  /** What does the same, or as much of it as it can. */
  readonly peer?: string;
  readonly target?: SpeedTarget;
  /** `short`: takes a second or two once a server runs. `long`: takes minutes, and is run with --long or by its name. */
  readonly length?: 'short' | 'long';
  /** Makes ready what is measured, and with it what isn't to be. */
  readonly open: (bench: Bench) => Promise<Measurement>;
}

/** What a row is to come to. */
export type SpeedTarget =
  | { readonly kind: 'at most'; readonly value: number }
  | { readonly kind: 'at most, of the peer'; readonly value: number }
  | { readonly kind: 'at least, of the peer'; readonly value: number }
  /** Judged with --against alone. */
  | { readonly kind: 'at most, of the other build'; readonly value: number };

/** What rows share. */
export interface Bench {
  /** A few seconds for all, to see that it works: less is sent, and nothing is judged. */
  readonly short: boolean;
  /** The reference server in its lab, started when the first row asks for it. */
  readonly server: () => Promise<Server>;
}

/** How to take one figure of each; whoever calls takes them in turn. */
export interface Measurement extends Partial<AsyncDisposable> {
  readonly ours: () => Promise<Figure>;
  readonly peer?: () => Promise<Figure>;
}

/** What one run came to. */
export interface Figure {
  /** In the row's unit. */
  readonly value: number;
  /** What its own processes took of the processor, where that is known: it says the same on a busy machine. */
  readonly processorMs?: number;
}
