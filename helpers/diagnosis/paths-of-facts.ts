import type { FailureMode } from '../model/failure-mode';

/** The paths that the facts of the catalogue look at, such as that of `ls -l /etc/sasldb2`. */
export function pathsOfFacts(modes: readonly FailureMode[]): readonly string[] {
  const looks = modes.flatMap(({ symptoms }) => symptoms.facts.map(({ look }) => look));
  const paths = looks.flatMap((look) => /^(?:ls|stat)\b.*?\s(\/[\w./@-]+)/.exec(look)?.[1] ?? []);
  return [...new Set(paths)];
}
