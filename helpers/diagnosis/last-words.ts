/** The last words of a daemon that ends. */
export function isFatal(line: string): boolean {
  return /(?:^|: )(?:fatal|panic): /i.test(line);
}
