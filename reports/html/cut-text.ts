/** A text that may be very long, cut so that the page stays one that can be opened; the result file has all of it. */
export function cutText(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most)} … ${text.length - most} characters more in result.json`;
}

/** The first of many, and how many there are besides. */
export function cutList<T>(all: readonly T[], most: number): { readonly shown: readonly T[]; readonly more: number } {
  return { shown: all.slice(0, most), more: Math.max(all.length - most, 0) };
}
