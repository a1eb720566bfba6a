import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { useReaperIfHere } from '../containers/docker/reaper';
import { runCheck } from '../helpers/checks/run-check';
import { suites } from '../helpers/checks/suites';
import type { Vantage } from '../helpers/model/vantage';
import { atMost } from '../helpers/running/at-most';
import { openSession } from '../helpers/sessions/open-session';
import { sendTestMail } from '../helpers/sessions/send-test-mail';
import { prepareTarget } from '../helpers/targets/prepare-target';
import { startTarget } from '../helpers/targets/start-target';
import type { Target } from '../helpers/targets/target';
import { ContraryServer } from '../tests/mutants/contrary-server';
import { type Opening, openings, playing } from './peers/openings';
import { script } from './script';

const about =
  "Who finds what: the harness, nmap's smtp-open-relay and a script around swaks, on servers that are opened in different ways. It needs " +
  'nmap and swaks (Debian has both). The two run where one is, from outside by IPv4; where an opening is for others, once more from ' +
  'there, as if somebody had thought of it. The table goes to standard output, in Markdown.';
const [words] = script('compare-with-peers', about)
  .argument('[words...]', 'those openings alone in which one of them occurs')
  .parse().processedArgs;

async function main(): Promise<void> {
  await useReaperIfHere();
  const prepared = await prepareTarget('debian12', (line) => process.stderr.write(`${line}\n`));
  process.stdout.write(`${row(['opened by', 'smtp-auth-harness', 'nmap', 'swaks'])}\n${row(Array(4).fill('---'))}\n`);
  const wanted = openings.filter((one) => words.length === 0 || words.some((word) => one.words.includes(word)));
  for (const opening of wanted) {
    const { server } = opening;
    await using real = await startTarget(prepared, 'before' in server ? { before: server.before } : {});
    const handOn = (recipient: string) => void send(real, recipient);
    await using played = 'opens' in server ? await ContraryServer.start(playing(server.opens, handOn)) : undefined;
    process.stdout.write(`${row(await compare(opening, played ? asPlayed(real, played.port) : real))}\n`);
  }
}

async function compare({ words, from }: Opening, target: Target): Promise<readonly string[]> {
  const found = await Promise.all([
    byHarness(target),
    fromEverywhere(from, (vantage) => byNmap(target, vantage)),
    fromEverywhere(from, (vantage) => bySwaks(target, vantage)),
  ]);
  return [words, ...found];
}

async function byHarness(target: Target): Promise<string> {
  const checks = suites.flatMap((suite) => suite.checks).filter(({ id }) => /^open-relay\//.test(id));
  const results = await atMost(4, checks, (check) => runCheck(check, target));
  const found = results.filter(({ verdict }) => verdict === 'failed').map(({ id }) => `\`${id}\``);
  return found.length > 3
    ? `${found.slice(0, 3).join(', ')} and ${found.length - 3} more`
    : found.join(', ') || 'nothing';
}

/** Where one is; and where the opening is for others, from there too. */
async function fromEverywhere(
  from: Vantage | undefined,
  ask: (vantage: Vantage) => Promise<string | undefined>,
): Promise<string> {
  const usual = (await ask('outside')) ?? 'nothing';
  if (from === undefined) return usual;
  return `${usual}; run from there: ${(await ask(from)) ?? 'nothing'}`;
}

async function byNmap(target: Target, vantage: Vantage): Promise<string | undefined> {
  const { host, ports } = addresses(target, vantage);
  const domain = `smtp-open-relay.domain=${target.facts.foreignDomain},smtp-open-relay.ip=${target.address}`;
  const output = await run('nmap', [
    ...['-Pn', '-sT', '-n', '-p', ports.join(','), '--script', '+smtp-open-relay', '--script-args', domain, host],
  ]);
  return /open relay \((\d+\/\d+) tests\)/.exec(output)?.[0];
}

async function bySwaks(target: Target, vantage: Vantage): Promise<string | undefined> {
  const { host, ports } = addresses(target, vantage);
  const { senderDomain, foreignDomain, hostname } = target.facts;
  const script = join(__dirname, 'peers/swaks-relay.sh');
  const output = await run(script, [host, `x@${senderDomain}`, `x@${foreignDomain}`, hostname, ...ports.map(String)]);
  const lines = output.split('\n').filter(Boolean);
  const named = new Map(target.facts.ports.map(({ port }) => [target.clientAddress(vantage, port).port, port]));
  const words = lines.map((line) => line.replace(/\d+$/, (port) => String(named.get(Number(port)) ?? port)));
  return words.length > 2 ? `${words[0]} and ${words.length - 1} more` : words.join(', ') || undefined;
}

function addresses({ facts, clientAddress }: Target, vantage: Vantage) {
  const all = facts.ports.map(({ port }) => clientAddress(vantage, port));
  return { host: all[0]?.host ?? '', ports: [...new Set(all.map(({ port }) => port))] };
}

/** One port, where all is in clear; the client that is trusted comes to the real server, by which all is handed on. */
function asPlayed(real: Target, port: number): Target {
  return {
    ...real,
    facts: {
      ...real.facts,
      ports: [{ port: 25, role: 'smtp' }],
      starttls: [],
      logins: [{ port: 25, security: 'plain', mechanisms: ['PLAIN'] }],
      configuration: 'own',
      // It knows no lists of clients.
      vantagePoints: real.facts.vantagePoints.filter(({ name }) => name === 'outside' || name === 'inside'),
      mayBeBroken: false,
      log: 'other',
    },
    authority: undefined,
    clientAddress: (vantage) => (vantage === 'inside' ? real.clientAddress('inside', 25) : { host: '127.0.0.1', port }),
    [Symbol.asyncDispose]: async () => {},
  };
}

async function send(real: Target, to: string): Promise<void> {
  await using session = await openSession(real, { vantage: 'inside', port: 25, security: 'plain' });
  await sendTestMail(session, { from: `x@${real.facts.senderDomain}`, to, token: 'handed-on' });
}

async function run(program: string, args: readonly string[]): Promise<string> {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.on('data', (bytes) => {
    output += bytes;
  });
  await once(child, 'close');
  return output;
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
