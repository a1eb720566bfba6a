/** Whether the user asked for this check: by its id, by its suite, or by naming none. */
export function selects(only: readonly string[], check: { readonly id: string; readonly suite: string }): boolean {
  return only.length === 0 || only.includes(check.id) || only.includes(check.suite);
}
