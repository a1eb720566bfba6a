import { TranscriptRecorder } from '../../../helpers/smtp/transcript-recorder';

test('Each line has its direction, the state of TLS and its time since the start', () => {
  const recorder = new TranscriptRecorder('outside → 587');
  recorder.sent(Buffer.from('STARTTLS\r\n'));
  recorder.received('220 2.0.0 Ready to start TLS');
  recorder.tls = true;
  recorder.note('TLS: TLSv1.2');
  recorder.sent(Buffer.from('EHLO client.example.org\r\n'));

  const { title, startedAt, entries } = recorder.transcript;

  expect(title).toBe('outside → 587');
  expect(new Date(startedAt).toISOString()).toBe(startedAt);
  expect(entries).toEqual([
    { atMs: expect.any(Number), from: 'client', text: 'STARTTLS', tls: false },
    { atMs: expect.any(Number), from: 'server', text: '220 2.0.0 Ready to start TLS', tls: false },
    { atMs: expect.any(Number), from: 'note', text: 'TLS: TLSv1.2', tls: true },
    { atMs: expect.any(Number), from: 'client', text: 'EHLO client.example.org', tls: true },
  ]);
});

test('A transcript taken early does not change', () => {
  const recorder = new TranscriptRecorder('x');
  const { entries } = recorder.transcript;
  recorder.note('later');

  expect(entries).toEqual([]);
});

test.each([
  ['NOOP\r\nNOOP\r\n', ['NOOP', 'NOOP']],
  ['NOOP\nNOOP\r\n', ['NOOP\\n', 'NOOP']],
  ['NO\rOP\0\x7f\r\n', ['NO\\rOP\\u0000\\u007f']],
  ['\r\n', ['']],
  ['NOO', ['NOO']],
  [`NOOP ${'x'.repeat(5000)}\r\n`, [`NOOP ${'x'.repeat(1995)}… (5005 characters)`]],
])('Bytes sent as %.20j are shown line by line', (bytes, texts) => {
  const recorder = new TranscriptRecorder('x');
  recorder.sent(Buffer.from(bytes));

  expect(textsOf(recorder)).toEqual(texts);
});

test('A secret sent in pieces stays one, before and after its end', () => {
  const recorder = new TranscriptRecorder('x');
  recorder.sent(Buffer.from('AUTH PLA'));
  recorder.sent(Buffer.from('IN AGFsaWNl'));
  expect(textsOf(recorder)).toEqual(['AUTH PLAIN <secret>']);

  recorder.sent(Buffer.from('AHg=\r\nQUIT\r\n'));
  expect(textsOf(recorder)).toEqual(['AUTH PLAIN <secret>', '<secret>']);
});

test('What stands for the bytes is shown instead of them, and they are still known as secrets', () => {
  const recorder = new TranscriptRecorder('x');
  recorder.sent(Buffer.from('AUTH PLAIN not+base64!\r\n'), 'AUTH PLAIN (not base64)');
  recorder.received('501 5.5.2 what is not+base64! ?');
  recorder.note('refused: not+base64!');

  expect(textsOf(recorder)).toEqual(['AUTH PLAIN (not base64)', '501 5.5.2 what is <secret> ?', 'refused: <secret>']);
});

test('Whoever asks for the secrets sees them', () => {
  const recorder = new TranscriptRecorder('x', { showSecrets: true });
  recorder.sent(Buffer.from('AUTH CRAM-MD5\r\n'), 'AUTH X');
  recorder.received('334 PDM4MDQ1MTA1OTE+');
  recorder.sent(Buffer.from('YWxpY2Ug'));

  expect(textsOf(recorder)).toEqual(['AUTH CRAM-MD5', '334 PDM4MDQ1MTA1OTE+', 'YWxpY2Ug']);
});

function textsOf(recorder: TranscriptRecorder): string[] {
  return recorder.transcript.entries.map(({ text }) => text);
}
