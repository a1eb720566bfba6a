import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { visibleLine } from '../reports/text/visible';
import { byNodemailer, byWire } from '../tests/unit/smtp/ask-hostile';
import { type HostileServer, hostileServers } from '../tests/unit/smtp/hostile-servers';
import { ScriptedServer } from '../tests/unit/smtp/scripted-server';

/**
 * What a hostile server costs its client, in time and memory: `npm run bench:hostile` prints the table of docs/reliability.md.
 * Each client is a process of its own, so that its memory is no other's; `--client` is what that process is called with.
 */
const timeoutMs = 2000;
const ordinary: HostileServer = { name: 'none of it', script: {}, wire: /./, nodemailer: /./ };

async function main([first, ...rest]: readonly string[]): Promise<void> {
  if (first === '--client') return beClient(rest);
  const rows = [['what the server sends', 'wire client', 's', 'MB', 'Nodemailer', 's', 'MB']];
  for (const server of [ordinary, ...hostileServers]) {
    const cells = await Promise.all([costOf(server, 'wire'), costOf(server, 'nodemailer')]);
    rows.push([server.name, ...cells.flat()]);
  }
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  const lines = rows.map((row) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`);
  lines.splice(1, 0, `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`);
  process.stdout.write(
    `${lines.join('\n')}\n\nLimit for each answer: ${timeoutMs / 1000} s. MB: the peak of the process.\n`,
  );
}

/** The verdict, the seconds and the megabytes of a client. */
async function costOf({ script, security = 'plain' }: HostileServer, client: string): Promise<readonly string[]> {
  await using server = await ScriptedServer.start(script);
  const argv = [...process.execArgv, __filename, '--client', client, String(server.port), security];
  const child = spawn(process.execPath, argv, { stdio: ['ignore', 'pipe', 'inherit'] });
  const [said] = await Promise.all([text(child.stdout), once(child, 'close')]);
  const { verdict, ms, kilobytes } = JSON.parse(said);
  return [shortened(verdict), (ms / 1000).toFixed(1), Math.round(kilobytes / 1024).toString()];
}

function shortened(verdict: string): string {
  const plain = visibleLine(verdict).replace(/0{0,2}[0-9A-F]{8,}:error:\w+:/, '');
  const short = plain.length <= 60 ? plain : `${plain.slice(0, 60)}…`;
  return short.replace(/[|<>*_`[\]]/g, (sign) => `\\${sign}`);
}

async function beClient([client, port, security]: readonly string[]): Promise<void> {
  const ask = client === 'wire' ? byWire : byNodemailer;
  const since = performance.now();
  const { verdict } = await ask({ port: Number(port), security: security as 'plain', timeoutMs });
  const cost = { verdict, ms: performance.now() - since, kilobytes: peakKilobytes() };
  process.stdout.write(JSON.stringify(cost));
}

/** Not `resourceUsage().maxRSS`: that begins with what the parent had. */
function peakKilobytes(): number {
  return Number(/^VmHWM:\s*(\d+) kB/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]);
}

main(process.argv.slice(2)).catch((error: Error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
