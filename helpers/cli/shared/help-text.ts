import { Command, type CommandUnknownOpts } from '@commander-js/extra-typings';
import { asInvoked } from './as-invoked';
import type { Declaration, Subcommand } from './subcommand';

/** What `COMMAND --help` says, for a terminal of so many columns. */
export function helpText(name: string, { command, ...more }: Declaration<CommandUnknownOpts>, columns = 80): string {
  const invoked = `npm run ${name} --`;
  const width = Math.max(40, columns - 1);
  command
    .name(name)
    .optionsGroup('Help:')
    .option('--version', 'the version of smtp-auth-harness')
    .helpOption('-h, --help', 'explain the options')
    .configureHelp({ helpWidth: width, minWidthToWrap });
  const [, ...parts] = command.helpInformation().trimEnd().split('\n\n');
  const synopses = more.usage.map(([synopsis]) => asInvoked(`${invoked} ${synopsis}`.trimEnd()));
  const usage = synopses.flatMap((synopsis, index) => [
    `${index === 0 ? 'Usage: ' : '       '}${synopsis}`,
    // Of a command with one way to call it, the description says what it does.
    ...(synopses.length > 1 ? [`           ${more.usage[index]?.[1]}`] : []),
  ]);
  const statuses = more.exitStatus.map(([status, meaning]) => folded(`  ${String(status).padEnd(4)} `, meaning, width));
  return `${[
    usage.join('\n'),
    ...parts,
    ['Exit status:', ...statuses].join('\n'),
    ...(more.notes ?? []).map((note) => asInvoked(folded('', note, width))),
    ['Examples:', ...more.examples.map((example) => `  ${asInvoked(example)}`)].join('\n'),
  ].join('\n\n')}\n`;
}

/** What `smtp-auth-harness --help` says. */
export function mainHelpText(subcommands: readonly Subcommand[], columns = 80): string {
  const program = new Command('npx smtp-auth-harness')
    .usage('COMMAND [options]')
    .description(
      'Proves, over the wire, that a mail server image relays mail for those who log in and for nobody else, and ' +
        "explains why when it doesn't.",
    )
    .option('--version', 'the version of smtp-auth-harness')
    .helpOption('-h, --help', 'explain; COMMAND --help explains each command')
    .helpCommand(false)
    .configureHelp({
      helpWidth: Math.max(40, columns - 1),
      minWidthToWrap,
      subcommandTerm: (command) => command.name(),
    });
  for (const { name, summary } of subcommands) program.command(name).description(summary);
  return program.helpInformation();
}

/** Narrower than that, what an option means is not broken into lines. */
const minWidthToWrap = 20;

/** Words in lines of a width, the first after a beginning under which the others are indented. */
function folded(beginning: string, text: string, width: number): string {
  const indent = ' '.repeat(beginning.length);
  const lines: string[] = [];
  let line = beginning;
  for (const word of text.split(' ')) {
    const isFirst = line === beginning || line === indent;
    if (!isFirst && line.length + 1 + word.length > width) {
      lines.push(line);
      line = `${indent}${word}`;
    } else line += isFirst ? word : ` ${word}`;
  }
  return [...lines, line].join('\n');
}
