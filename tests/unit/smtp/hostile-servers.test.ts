import { transcriptText } from '../../../reports/text/transcript-text';
import { allFormats } from '../../../reports/written/all-formats';
import { readXml } from '../reports/formats/read-xml';
import { check, noEvidence, resultOf } from '../reports/samples';
import { type Asked, byNodemailer, byWire } from './ask-hostile';
import { type HostileServer, hostileServers } from './hostile-servers';
import { ScriptedServer } from './scripted-server';

/** What an answer may take; less where that is what ends it. Figures for the usual limit are in docs/reliability.md. */
const [timeoutMs, shortMs] = [20_000, 400];

test.each(hostileServers)('The wire client comes to an end with $name', async (hostile) => {
  const { asked, sentBytes } = await askAs(byWire, hostile);

  expect(asked.verdict).toMatch(hostile.wire);
  expectLittle(asked, sentBytes);
});

test.each(hostileServers)('Nodemailer comes to an end with $name', async (hostile) => {
  const { asked, sentBytes } = await askAs(byNodemailer, hostile);

  expect(asked.verdict).toMatch(hostile.nodemailer);
  expectLittle(asked, sentBytes);
});

test.each(hostileServers)('What is reported of $name is text and nothing else', async (hostile) => {
  const { asked } = await askAs(byWire, hostile);
  const evidence = {
    ...noEvidence,
    transcripts: [asked.transcript],
    logLines: [asked.verdict],
    notes: [asked.verdict],
  };
  const result = resultOf([
    check('failed', { evidence, reason: asked.verdict }),
    check('could-not-tell', { evidence, reason: asked.verdict }),
  ]);
  const reports = new Map(allFormats.map(({ id, render }) => [id, `${render(result)}`]));

  expect(transcriptText(asked.transcript)).not.toMatch(steers);
  for (const text of reports.values()) expect(text).not.toMatch(steers);
  expect(reports.get('html')).not.toContain('<script>alert');
  expect(() => readXml(reports.get('junit') ?? '')).not.toThrow();
});

test('Answers that came before the question are marked so', async () => {
  await using server = await ScriptedServer.start({ greeting: ['220 mail.example.test', '250 one', '250 two'] });
  const { transcript } = await byWire({ port: server.port, security: 'plain', timeoutMs });

  expect(transcript.entries.map(({ text }) => text)).toContain('2 answers came before the question');
});

/** What a terminal or a browser obeys. */
const steers = /(?![\t\n])[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

async function askAs(ask: typeof byWire, { script, waits, security = 'plain' }: HostileServer) {
  await using server = await ScriptedServer.start(script);
  const asked = await ask({ port: server.port, security, timeoutMs: waits ? shortMs : timeoutMs });
  return { asked, sentBytes: server.sentBytes };
}

/** That nothing grew with what the server sent; what it got rid of is mostly in the kernel's buffers. */
function expectLittle({ verdict, transcript }: Asked, sentBytes: number): void {
  expect(verdict.length).toBeLessThan(1500);
  expect(JSON.stringify(transcript).length).toBeLessThan(500_000);
  expect(sentBytes).toBeLessThan(40 << 20);
}
