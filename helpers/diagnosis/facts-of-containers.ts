import { readFactsDump } from './configuration/facts-dump';
import type { ConfigDocument } from './configuration/read-configuration';

/** A container, and what facts.sh prints in it; undefined where it doesn't run. */
export interface FactsOfContainer {
  readonly name: string;
  readonly facts: string | undefined;
}

/**
 * The facts of containers that make up one server, Postfix in one and Dovecot in another, say: of those with Postfix in it if
 * there is one, as files that are not there elsewhere tell nothing; but what runs in any of them runs.
 */
export function factsOfServer(containers: readonly FactsOfContainer[]): readonly ConfigDocument[] {
  const all = containers.flatMap(({ name, facts }) => (facts === undefined ? [] : [{ name, facts }]));
  const withPostfix = all.filter(({ facts }) => hasPostfix(facts));
  const told = withPostfix.length > 0 ? withPostfix : all;
  const documents = told.map(({ name, facts }): ConfigDocument => ({ kind: 'facts', file: name, text: facts }));
  if (all.length < 2) return documents;
  const processes = all.map(({ facts }) => processesIn(facts));
  return [...documents, { kind: 'facts', file: 'all containers', text: `##== processes\n${processes.join('\n')}\n` }];
}

/** The same where one of them is asked: if that has Postfix, the Postfix of another is none of its own. */
export function factsOfAsked(asked: FactsOfContainer, others: readonly FactsOfContainer[]): readonly ConfigDocument[] {
  if (!hasPostfix(asked.facts ?? '')) return factsOfServer([asked, ...others]);
  return factsOfServer([
    asked,
    ...others.map(({ name, facts }) => ({ name, facts: facts && `##== processes\n${processesIn(facts)}\n` })),
  ]);
}

function hasPostfix(facts: string): boolean {
  return /^##== mail_version\n\s*\d/m.test(facts);
}

function processesIn(facts: string): string {
  return readFactsDump(facts)
    .flatMap(({ name, text }) => (name === 'processes' ? text.trimEnd() : []))
    .join('\n');
}
