/** GitHub takes a summary of up to 1 MiB and shows none that is longer; the rest is for what else the step says. */
export const mostBytes = 1_000_000;

/** Whole blocks, as many as there is room for: half a table or an open fence would spoil what follows. */
export function fitting(blocks: readonly string[], most: number): string {
  const rest = '\n_More is in the report: it did not fit in here._\n';
  const shown: string[] = [];
  let left = most - Buffer.byteLength(rest);
  for (const block of blocks) {
    left -= Buffer.byteLength(block) + 2;
    if (left < 0) return most < Buffer.byteLength(rest) ? '' : `${shown.join('\n\n')}\n${rest}`;
    shown.push(block);
  }
  return `${shown.join('\n\n')}\n`;
}
