import type { FoundLine } from '../../helpers/model/diagnosis';
import type { Paint } from '../terminal/paint';
import { visibleLine } from '../text/visible';

/** How the parts of a diagnosis are laid out. */
export interface Layout {
  readonly paint: Paint;
  /** Columns for prose; lines of logs and commands stay whole, to be copied. */
  readonly width: number;
}

/** A line of evidence: its place, then the line itself. */
export function placed({ file, line, text }: FoundLine, { paint }: Layout, indent: string): string {
  return `${indent}${paint('faint', `${visibleLine(file)}:${line}:`)} ${visibleLine(text)}`;
}
