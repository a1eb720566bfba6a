import type { Suite } from '../checks/check';
import type { ExplainedRow } from '../checks/howto-rows';
import { cell } from './markdown';

/** docs/howto.md: what the how-to is, and which checks prove each of its settings. */
export function howtoPage(rows: readonly ExplainedRow[], suites: readonly Suite[]): string {
  return `${introduction}
| row | setting | what it does | proven by |
| --- | --- | --- | --- |
${rows.map((row) => `| ${row.number} | ${cell(row.title)} | ${cell(row.meaning)} | ${proof(row, suites)} |`).join('\n')}
`;
}

const introduction = `# The how-to

A widely copied guide in Japanese adds SMTP AUTH to a Postfix on CentOS 7 (Postfix 2.10.1 with Cyrus SASL 2.1.26), setting by setting.
The reference servers of this project are configured as it says, and the report shows it row by row. Where it is mistaken or out
of date, the row says what is true, and that is what is asked. The configuration as a whole is in
[containers/postfix-sasl](../containers/postfix-sasl/root/etc/postfix/main.cf).

This page is made from the checks: \`npm run docs\`. The number behind a suite is how many of its checks prove the row;
\`npm run verify -- --suite NAME\` asks them.
`;

function proof({ number }: ExplainedRow, suites: readonly Suite[]): string {
  return suites
    .map(({ id, checks }) => ({ id, count: checks.filter(({ rows = [] }) => rows.includes(number)).length }))
    .filter(({ count }) => count > 0)
    .map(({ id, count }) => `[${id}](checks.md#${id}) ${count}`)
    .join(', ');
}
