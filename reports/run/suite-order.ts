/** Suites as they are listed, those of no list last; the order within a suite stays. */
export function inSuiteOrder<T extends { readonly suite: string }>(
  tests: readonly T[],
  suiteOrder: readonly string[],
): readonly T[] {
  const place = ({ suite }: T) => (suiteOrder.includes(suite) ? suiteOrder.indexOf(suite) : suiteOrder.length);
  return [...tests].sort((a, b) => place(a) - place(b));
}
