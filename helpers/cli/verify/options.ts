import { Command } from '@commander-js/extra-typings';
import { allFormats } from '../../../reports/written/all-formats';
import { documentPath } from '../../document-path';
import { parseCount, parsePorts, parseSetting } from '../../settings/values';
import { repeatable, WrongUsage } from '../shared/parse';
import type { Declaration } from '../shared/subcommand';
import type { Catalogue } from './catalogue';
import { engineNamed } from './engine-name';
import { parseHost } from './running-server';
import { checksNamed, suitesNamed } from './select-checks';
import { shard } from './shard';
import { targetNamed, targetsIn } from './targets';

/** What `verify` takes. */
export function declareVerify(catalogue: Catalogue) {
  const { images, suites } = catalogue;
  const command = new Command('verify')
    .description(
      'Starts a mail server in a closed lab and proves over the wire that it relays for those who log in, and for nobody ' +
        'else.',
    )
    .argument('[server...]', 'what to ask: as with --image, or a profile; several stand side by side in one report')
    .optionsGroup('What to ask:')
    .option(
      '--image <name>',
      `the server: ${images.join(', ')} (default: howto); or any Docker image, local or to be pulled, such as mymail:7; ` +
        'repeatable',
      repeatable(targetNamed(images)),
    )
    .option(
      '--targets <file>',
      'servers to ask, one a line: images and profiles; # begins a comment; repeatable',
      repeatable(targetsIn(images)),
    )
    .option(
      '--profile <file>',
      `what is known of an image: its start, its user, what it is meant to do (${documentPath('profiles.md')})`,
    )
    .option('--matrix', 'every reference server side by side, in one table: a row a check, a column a server')
    .option(
      '--port <list>',
      'its ports, such as 25,587,465 (default: all that it offers); repeatable',
      repeatable(ports),
    )
    .option(
      '--suite <id>',
      `only this suite, * and ? for any characters; repeatable: ${suites.map(({ id }) => id).join(', ')}`,
      repeatable(suitesNamed(catalogue)),
    )
    .option(
      '--check <id>',
      "only this check, such as open-relay/form-bang or 'open-relay/form-*'; repeatable",
      repeatable(checksNamed(catalogue)),
    )
    .option('--last-failed', 'only what did not hold in the last run, by the result.json in the folder of the reports')
    .option('--strict', 'what is only a warning fails, such as a network that may relay though nobody said so')
    .option(
      '--thorough',
      'every shape of address with every sender, client, port and state of a session, where otherwise any two of these ' +
        'meet, and five minutes of silence; takes up to half an hour',
    )
    .option(
      '--ready-timeout <seconds>',
      'how long a server may take until it answers (default: 60 for an image, 0 for one that runs already)',
      seconds,
    )
    .option('--max-failures <n>', 'ask no more when so many checks have failed', count)
    .option('--shard <n/m>', 'only the nth of m parts that take about as long as each other; merge joins them', shard)
    .option('--list', 'show suites and checks, and ask nothing; with --json for programs')
    .optionsGroup('Where to ask it:')
    .option(
      '--engine <url>',
      'the Docker engine, as DOCKER_HOST has it: tcp://build.example.test:2376, ssh://alice@build.example.test; repeatable: ' +
        `several servers are spread over several engines (${documentPath('engines.md')})`,
      repeatable(engineNamed),
    )
    .optionsGroup('Against an earlier run:')
    .option(
      '--baseline <file>',
      'show what is different from this baseline or result.json, and fail only by what is worse',
    )
    .option(
      '--write-baseline [file]',
      `write this run as a baseline, to be committed (default: that of --baseline, or ${defaultBaseline})`,
    )
    .optionsGroup('A server that runs already:')
    .option(
      '--host <host:ports>',
      'what can be asked of it from outside, such as mail.example.test:25,587,465; nothing is sent past RCPT',
      host,
    )
    .option('--user <name>', 'who can log in there; the password is taken from SMTP_AUTH_PASSWORD, or asked for')
    .option('--send', 'send messages too (to ...@example.com, from ...@example.org)')
    .option('--from-domain <name>', 'the domain of their senders (default: example.org)')
    .option('--to-domain <name>', 'the domain of their recipients (default: example.com)')
    .option('--yes', "you may try to relay there: don't ask")
    .optionsGroup('What to change before the server starts:')
    .option('--set <name=value>', 'a setting of main.cf; repeatable', repeatable(postfixSetting))
    .option('--before <command>', "a shell command in the server's container")
    .optionsGroup('What to show:')
    .option(
      '--out <dir>',
      'where the reports go (default: reports/out); of several servers a folder each, and matrix.json',
    )
    .option('--format <id>', `a report, besides result.json: ${formatsInWords}; repeatable`, repeatable(format))
    .option('--json', 'the result on standard output, and nothing else there')
    .option('--quiet', 'only what did not hold, and the sum')
    .option('--verbose', 'the dialogue of every check as it happens, not only where something is wrong')
    .option('--open', 'show the report in the browser when it is written')
    .option('--show-secrets', 'passwords in transcripts, instead of <secret>')
    .optionsGroup('What stays:')
    .option('--keep', 'leave a server running, set up as it was asked, and say how to reach it')
    .option('--clean', 'remove the servers that --keep left, and ask nothing');
  return {
    command,
    usage: [['[options] [server...]', 'ask a server, or several side by side']],
    exitStatus: [
      [0, 'all that applies held'],
      [1, 'something failed; with --baseline, something newly fails or can no longer be told'],
      [2, 'could not tell, nothing was asked, or wrong usage'],
      [3, 'with --strict: nothing failed but what is only a warning without it'],
      [130, 'interrupted; the containers are removed'],
    ],
    examples: [
      'npm run verify',
      'npm run verify -- --image debian12 --suite open-relay',
      'npm run verify -- registry.example.test/mail:7 --profile mail.yaml',
      'npm run verify -- mymail:7 mymail:8 debian13',
      'npm run verify -- --targets mail-images.txt --engine ssh://build1.example.test --engine ssh://build2.example.test',
      'npm run verify -- --host mail.example.test:25,587,465 --user alice',
      'npm run verify -- --matrix --suite authenticated-relay',
      'npm run verify -- --set smtpd_sasl_auth_enable=no --max-failures 1 --keep',
      'npm run verify -- mymail:7 --write-baseline',
      'npm run verify -- mymail:8 --baseline smtp-auth-baseline.json',
      'npm run --silent verify -- --json | jq .summary',
    ],
  } as const satisfies Declaration<unknown>;
}

/** Where a baseline is written that nobody named. */
export const defaultBaseline = 'smtp-auth-baseline.json';

const formatsInWords = allFormats
  .filter(({ id }) => id !== 'json')
  .map(({ id, words, byDefault }) => `${id}, ${words}${byDefault ? ' (default)' : ''}`)
  .join('; ');

/** Reads the id of a format. Throws WrongUsage for what is none. */
export function format(id: string): string {
  if (allFormats.some((one) => one.id === id)) return id;
  throw new WrongUsage(`"${id}" is no format: there is ${allFormats.map((one) => one.id).join(', ')}`);
}

function ports(text: string): readonly number[] {
  const found = parsePorts(text);
  if (!found?.length) throw new WrongUsage(`"${text}" is no port: give numbers such as 25 or 25,587,465`);
  return found;
}

function count(text: string): number {
  const found = parseCount(text);
  if (found === undefined) throw new WrongUsage(`"${text}" is no number of failures: give 1 or more`);
  return found;
}

function seconds(text: string): number {
  const found = parseCount(text);
  if (found === undefined) throw new WrongUsage(`"${text}" is no time: give seconds, 1 or more`);
  return found;
}

function host(text: string) {
  const found = parseHost(text);
  if (!found) throw new WrongUsage(`"${text}" is no server: give host or host:ports, such as mail.example.test:587`);
  return found;
}

function postfixSetting(text: string) {
  const found = parseSetting(text);
  if (!found) throw new WrongUsage(`"${text}" is no setting: give name=value, as in main.cf`);
  return found;
}
