/** The line of a file on which a part of its value stands. */
export type LineOf = (path: readonly PropertyKey[]) => number | undefined;

/** What a schema finds wrong. */
export interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly code: string;
  readonly keys?: readonly string[];
}

/** One thing that is wrong with a file: where, and what is expected there. */
export function problem(file: string, issue: Issue, lineOf: LineOf): string {
  const unknown = issue.code === 'unrecognized_keys' ? issue.keys?.[0] : undefined;
  const path = unknown === undefined ? issue.path : [...issue.path, unknown];
  const line = lineOf(path);
  const place = path.map(String).join('.');
  return `${file}${line === undefined ? '' : `:${line}`}: ${place === '' ? '' : `${place}: `}${issue.message}`;
}
