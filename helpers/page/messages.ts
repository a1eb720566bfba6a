/** What the window gives to its worker: what to read, or that it is to stop. */
export type Order =
  | { readonly kind: 'diagnose'; readonly inputs: readonly GivenInput[] }
  /** The rest is not read; what has been read is judged. */
  | { readonly kind: 'stop' };

/** A file, or what was pasted. */
export interface GivenInput {
  readonly name: string;
  readonly content: Blob;
}

/** What the worker answers. */
export type Answer =
  | { readonly kind: 'progress'; readonly read: number; readonly size: number; readonly lines: number }
  | ({ readonly kind: 'done' } & Rendered)
  | { readonly kind: 'failed'; readonly words: string };

/** The diagnosis, ready to be shown and to be saved. */
export interface Rendered {
  /** What it comes to, in a line. */
  readonly words: string;
  /** Markup of ours, in which all that was read is escaped. */
  readonly markup: string;
  readonly text: string;
  readonly json: string;
}
