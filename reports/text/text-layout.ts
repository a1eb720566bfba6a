/** Breaks text at spaces so that no line is wider, except for a word that is; each line gets the indent. */
export function wrap(text: string, width: number, indent = ''): string {
  return text
    .split('\n')
    .flatMap((line) => wrapLine(line, Math.max(width - indent.length, 20)))
    .map((line) => `${indent}${line}`.trimEnd())
    .join('\n');
}

/** Cuts a line that is too wide, and shows that it was cut. */
export function cut(line: string, width: number): string {
  const characters = [...line];
  return characters.length <= width ? line : `${characters.slice(0, Math.max(width - 1, 0)).join('')}…`;
}

/** Puts the indent before each line that isn't empty. */
export function indented(text: string, indent: string): string {
  return text.replace(/^(?=.)/gmu, indent);
}

/** A duration as people say it: `820 ms`, `4.2 s`, `3 min 5 s`. */
export function durationText(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 59_950) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

function wrapLine(line: string, width: number): readonly string[] {
  if (line.length <= width) return [line];
  // What is indented or laid out in columns stays as it is, such as the advice below an error or a code frame.
  if (/^\s|\S {2,}\S/u.test(line)) return [line];
  const lines: string[] = [];
  let current = '';
  for (const word of line.split(' ')) {
    const longer = current === '' ? word : `${current} ${word}`;
    if (longer.length > width && current !== '') {
      lines.push(current);
      current = word;
    } else {
      current = longer;
    }
  }
  return [...lines, current];
}
