import type { Check, Suite } from '../checks/check';
import { knownCves } from '../checks/known-cves';
import { proofs } from '../checks/proofs';
import { cell } from './markdown';

/** docs/checks.md: every check that `verify` asks, suite by suite. */
export function checksPage(suites: readonly Suite[]): string {
  const count = suites.reduce((sum, { checks }) => sum + checks.length, 0);
  return `# Checks

${count} questions in ${suites.length} suites. \`npm run verify -- --check ID\` asks one of them, \`--suite NAME\` those of a suite. A check that
can't be asked of a server is reported as not applicable, with the reason. What is not so fails of a **must**; of a **should** it is a
warning, which \`--strict\` makes a failure with an exit status of its own; of a **may**, where servers have latitude, it is told. What a
server is known to do otherwise, whoever runs it, is told too. For each check the table names a server broken on purpose on which it
fails, for the stated reason: \`tests/mutants\`. Rows are those of [the how-to](howto.md).

This page is made from the checks: \`npm run docs\`.
${suites.map(section).join('')}${deviations(suites)}${cves(suites)}`;
}

function deviations(suites: readonly Suite[]): string {
  const rows = suites
    .flatMap(({ checks }) => checks.flatMap(({ id, deviations = [] }) => deviations.map((one) => ({ id, ...one }))))
    .sort((a, b) => (a.mta < b.mta ? -1 : Number(a.mta > b.mta)))
    .map(({ id, mta, seenIn, configuration, why, source }) => {
      const whose = configuration ? `${mta}, set up by the how-to` : mta;
      return `| ${[whose, seenIn.join(', '), `\`${id}\``, cell(why), cell(source)].join(' | ')} |`;
    });
  return `
## Known deviations

What servers do otherwise in all their installations. It is told of them, and neither fails nor warns; of another answer than the known one
it does. \`npm run table\` tells which of them are no longer seen on the server, and what warns there beside them.

| server | seen in | check | what it does instead | written in |
| --- | --- | --- | --- | --- |
${rows.join('\n')}
`;
}

function cves(suites: readonly Suite[]): string {
  const ids = suites.flatMap(({ checks }) => checks.map(({ id }) => id));
  const rows = knownCves.map(({ id, software, what, asked, checks }) => {
    const asking = ids.filter((one) => checks?.test(one)).map((one) => `\`${one}\``);
    const shown = asking.length > 3 ? [...asking.slice(0, 2), `and ${asking.length - 2} more`] : asking;
    return `| ${[id, cell(software), cell(what), cell(asked), shown.join(', ')].join(' | ')} |`;
  });
  return `
## Known vulnerabilities

Of those of Postfix, Cyrus SASL and others that a client can see, what is asked of every server, whatever it calls itself: distributions
mend them without another version. Nothing that is asked crashes or harms a server that has one.

| CVE | whose | what | what is asked | checks |
| --- | --- | --- | --- | --- |
${rows.join('\n')}
`;
}

function section({ id, title, how, checks }: Suite): string {
  return `
## ${id}

${title}.${how === undefined ? '' : `\n\n${how}`}

| check | what a server does that does well | level | rows | reference | fails on |
| --- | --- | --- | --- | --- | --- |
${checks.map((check) => `| ${columns(check).join(' | ')} |`).join('\n')}
`;
}

function columns({ id, title, level, rows = [], reference }: Check): readonly string[] {
  return [
    `\`${id.slice(id.indexOf('/') + 1)}\``,
    cell(title),
    level,
    rows.join(', '),
    cell(reference),
    cell(proofs[id] ?? ''),
  ];
}
