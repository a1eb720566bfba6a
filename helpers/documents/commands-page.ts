import type { Declaration, Subcommand } from '../cli/shared/subcommand';
import { declared } from '../settings/declared';

/** docs/commands.md, as the declarations of the commands have it. */
export function commandsPage(subcommands: readonly Subcommand[]): string {
  return [
    '# Commands',
    '<!-- made from the declarations in helpers/cli/*/command.ts and helpers/settings: npm run docs -->',
    'In a clone: `npm run COMMAND -- …`, as below. With the package: `npx smtp-auth-harness COMMAND …`. Each explains itself ' +
      'with `--help`, and says its version with `--version`.',
    ...subcommands.map(section),
    '## Environment',
    table(
      ['variable', 'meaning'],
      [
        ['`SMTP_AUTH_PASSWORD`', 'the password for `verify --host … --user …`'],
        ['`NO_COLOR`', 'no colours on a terminal'],
        ['`BROWSER`', 'the program that `--open` hands the report to'],
      ],
    ),
    'The command line hands what it was told to Jest and its workers by the variables below, and takes them from nowhere ' +
      'else. Whoever starts Jest without it, as the tests of the project do, can set them.',
    table(
      ['variable', 'meaning'],
      Object.values(declared).map(({ variable, meaning }) => [`\`${variable}\``, cell(meaning)]),
    ),
  ]
    .join('\n\n')
    .concat('\n');
}

function section({ name, declare }: Subcommand): string {
  const {
    command,
    usage,
    exitStatus,
    examples,
    notes = [],
  } = declare() as Declaration<ReturnType<typeof declare>['command']>;
  const help = command.createHelp();
  const visible = help.visibleOptions(command).filter(({ long }) => long !== '--help');
  const groups = [...new Set(visible.map(({ helpGroupHeading }) => helpGroupHeading))];
  return [
    `## ${name}`,
    command.description(),
    code(usage.map(([synopsis, meaning]) => `npm run ${name} -- ${synopsis}  # ${meaning}`)),
    ...help.visibleArguments(command).map((argument) => `\`${argument.name()}\`: ${cell(argument.description)}`),
    ...groups.flatMap((group) => [
      ...(group === undefined ? [] : [`### ${group.replace(/:$/, '')}`]),
      table(
        ['option', 'meaning'],
        visible
          .filter(({ helpGroupHeading }) => helpGroupHeading === group)
          .map(({ flags, description }) => [`\`${flags}\``, cell(description)]),
      ),
    ]),
    ...(groups.some((group) => group !== undefined) ? ['### Exit status and examples'] : []),
    table(
      ['exit status', 'meaning'],
      exitStatus.map(([status, meaning]) => [String(status), meaning]),
    ),
    ...notes,
    code(examples),
  ].join('\n\n');
}

function code(lines: readonly string[]): string {
  return ['```sh', ...lines, '```'].join('\n');
}

/** With columns as wide as their longest cell, as the other documents have them. */
function table(head: readonly [string, string], rows: readonly (readonly [string, string])[]): string {
  const width = (column: 0 | 1) => Math.max(...[head, ...rows].map((row) => row[column].length));
  const line = ([left, right]: readonly [string, string]) => `| ${left.padEnd(width(0))} | ${right.padEnd(width(1))} |`;
  return [line(head), `| ${'-'.repeat(width(0))} | ${'-'.repeat(width(1))} |`, ...rows.map(line)].join('\n');
}

/** What Markdown would read as markup is shown as it is. */
function cell(text: string): string {
  return text.replaceAll(/[|*<>]/g, '\\$&');
}
