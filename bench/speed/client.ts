import { mechanismFor } from '../../helpers/smtp/sasl/mechanism-for';
import { WireSession } from '../../helpers/smtp/wire-session';
import { runBareSession } from './bare-session';

/**
 * A client in a process of its own, so that its processor time is nobody else's: logs in and sends a mail, again and again, and
 * writes what that took. It is started by a row, with its job as JSON.
 */
export interface ClientJob {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly from: string;
  readonly to: string;
  readonly message: string;
  /** `bare`: a socket that says the same lines and understands nothing: what Node and the kernel take for that. */
  readonly client: 'wire' | 'bare';
  /** Mails that are not counted, many at a time: a process that sends its first ones is still being compiled. */
  readonly warmUp: number;
  readonly count: number;
  readonly atOnce: number;
}

const warmUpAtOnce = 16;

/** What it writes. */
export interface ClientResult {
  readonly clockMs: number;
  readonly processorMs: number;
}

async function main(job: ClientJob): Promise<ClientResult> {
  await send({ ...job, atOnce: warmUpAtOnce }, job.warmUp);
  const since = performance.now();
  const before = process.cpuUsage();
  await send(job, job.count);
  const { user, system } = process.cpuUsage(before);
  return { clockMs: performance.now() - since, processorMs: (user + system) / 1000 };
}

async function send(job: ClientJob, count: number): Promise<void> {
  let left = count;
  const sendOne = job.client === 'bare' ? sendBare : sendByWire;
  const worker = async () => {
    while (left-- > 0) await sendOne(job);
  };
  await Promise.all(Array.from({ length: job.atOnce }, worker));
}

async function sendByWire({ host, port, user, password, from, to, message }: ClientJob): Promise<void> {
  await using session = await WireSession.open({
    host,
    port,
    title: 'benchmark',
    security: 'plain',
    clientName: 'client.outside.example',
  });
  const plain = mechanismFor('PLAIN', { user, password, host });
  const login = plain && (await session.authenticate(plain));
  const { data } = await session.sendMail({ from, to: [to], message });
  if (data?.kind !== 'reply' || data.code !== 250) throw new Error(`not sent: ${JSON.stringify({ login, data })}`);
}

async function sendBare({ host, port, user, password, from, to, message }: ClientJob): Promise<void> {
  const login = Buffer.from(`\0${user}\0${password}`).toString('base64');
  await runBareSession({ host, port }, [
    'EHLO client.outside.example',
    `AUTH PLAIN ${login}`,
    `MAIL FROM:<${from}>`,
    `RCPT TO:<${to}>`,
    'DATA',
    `${message}.`,
    'QUIT',
  ]);
}

main(JSON.parse(process.argv[2] ?? '')).then(
  (result) => process.stdout.write(JSON.stringify(result)),
  (error: Error) => {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  },
);
