/** A word for a shell: whatever is in it, the shell takes it as it stands. */
export function shellQuoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
