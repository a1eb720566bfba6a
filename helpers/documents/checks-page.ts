import type { Check, Suite } from '../checks/check';
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
${suites.map(section).join('')}`;
}

function section({ id, title, checks }: Suite): string {
  return `
## ${id}

${title}.

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
