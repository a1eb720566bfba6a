/** Where it is written what a check asks: `how-to rows 3, 10; RFC 4954 section 4`. Empty if nobody says. */
export function referenceText(rows: readonly number[], reference: string): string {
  const howto = rows.length === 0 ? '' : `how-to ${rows.length === 1 ? 'row' : 'rows'} ${rows.join(', ')}`;
  return [howto, reference].filter(Boolean).join('; ');
}
