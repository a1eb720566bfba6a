import type { Piece } from './piece';
import type { TextSearch } from './text-search';

/** Reports the lines in which a text stands, and where the first of them is; all lines where there is no search. */
export function eachLine(
  piece: Piece,
  search: TextSearch | undefined,
  onLine: (piece: Piece, line: number, text: number) => void,
): void {
  if (!search) {
    for (let line = 0; line < piece.lines; line++) onLine(piece, line, -1);
    return;
  }
  const { bytes } = piece;
  let line = 0;
  for (let at = search.find(bytes, 0, bytes.length); at >= 0; ) {
    while (piece.feedOf(line) < at) line++;
    onLine(piece, line, at);
    at = search.find(bytes, piece.feedOf(line) + 1, bytes.length);
  }
}
