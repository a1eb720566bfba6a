/** The line of a file on which a part of its value stands. */
export type LineOf = (path: readonly PropertyKey[]) => number | undefined;

/** What a schema finds wrong. */
export interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly code: string;
  readonly keys?: readonly string[];
  /** Of a value that may have several forms, what each of them finds wrong. */
  readonly errors?: readonly (readonly Issue[])[];
}

/** One thing that is wrong with a file: where, and what is expected there. */
export function problem(file: string, found: Issue, lineOf: LineOf): string {
  const issue = ofNearestForm(found);
  const unknown = issue.code === 'unrecognized_keys' ? issue.keys?.[0] : undefined;
  const path = unknown === undefined ? issue.path : [...issue.path, unknown];
  const line = lineOf(path);
  const place = path.map(String).join('.');
  return `${file}${line === undefined ? '' : `:${line}`}: ${place === '' ? '' : `${place}: `}${issue.message}`;
}

/** Of several forms the one of which most was right is the one that was meant. */
function ofNearestForm(issue: Issue): Issue {
  const [nearest] = (issue.errors ?? []).flat().toSorted((a, b) => b.path.length - a.path.length);
  if (nearest === undefined || nearest.path.length === 0) return issue;
  return ofNearestForm({ ...nearest, path: [...issue.path, ...nearest.path] });
}
