/** What a line speaks of, by words that any program would use for it. */
export interface Topic {
  readonly says: RegExp;
  /** Ids of the modes that it may come from, those that are met most first. */
  readonly modes: readonly string[];
}

/** A topic, its modes parted by blanks. */
export function topic(says: RegExp, modes: string): Topic {
  return { says, modes: modes.trim().split(/\s+/) };
}
