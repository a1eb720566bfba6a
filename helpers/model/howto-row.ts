/** A row of the how-to's settings put as requirements: what the reference server must do, and a suite must prove. */
export interface HowtoRow {
  /** 1 to 19. */
  readonly number: number;
  /** The how-to's own words, or its directive. */
  readonly title: string;
}
