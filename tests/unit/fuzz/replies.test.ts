import fc from 'fast-check';
import { AnswerQueue } from '../../../helpers/smtp/answer-queue';
import { parseEhlo } from '../../../helpers/smtp/ehlo';
import { parseReply, replyLimits, takeAnswer } from '../../../helpers/smtp/reply-parser';
import { TranscriptRecorder } from '../../../helpers/smtp/transcript-recorder';
import { always, endsSoon } from './property';
import { bytes, cut, places, replyText, textOf } from './values';

const wire = fc.oneof(
  bytes,
  textOf(['220 ', '250-', '250 ', '334 ', '354', '421', '999 ', '250-AUTH PLAIN', '\r\n', '\r\n', '\n', '\r']).map(
    (text) => Buffer.from(text),
  ),
);
const code = fc.integer({ min: 200, max: 599 });

always('What a server sends is an answer or unfinished, whatever it is', [wire], (sent) => {
  const taken = takeAnswer(sent);

  if (taken === undefined) expect(sent.length).toBeLessThan(replyLimits.lineBytes * replyLimits.lines);
  else expect(['reply', 'garbage']).toContain(taken.answer.kind);
});

always('The same bytes are the same answers, in whatever pieces they come', [wire, places], async (sent, cuts) => {
  expect(await answersTo(cut(sent, cuts))).toEqual(await answersTo([sent]));
});

always(
  'A reply that is written is read as what it says',
  [code, fc.array(replyText, { minLength: 1 })],
  (given, lines) => {
    const sent = lines.map((line, index) => `${given}${index < lines.length - 1 ? '-' : ' '}${line}\r\n`).join('');

    expect(takeAnswer(Buffer.from(sent))?.answer).toMatchObject({ kind: 'reply', code: given, lines });
  },
);

always(
  'The reply to EHLO is read whatever it offers',
  [fc.array(textOf(['AUTH', 'AUTH=', ' ', 'PLAIN', '__proto__', 'SIZE']))],
  (lines) => {
    const reply = parseReply(lines.map((line, index) => `250${index < lines.length - 1 ? '-' : ' '}${line}`));
    if (reply.kind !== 'reply') return;
    const { keywords } = parseEhlo(reply);

    expect(Object.values(keywords).every(Array.isArray)).toBe(true);
  },
);

always(
  'A server that never ends a line, or a reply, is given up before it costs much',
  [textOf(['250-', 'x', '\r\n', '250 ']), fc.nat(8000), fc.constantFrom(1, 7, 300, 4096)],
  (repeated, padding, pieceLength) => {
    const unit = Buffer.from(`${repeated}250-${'x'.repeat(padding)}\r\n`);
    const flood = Buffer.alloc(256 * 1024, unit);
    const gaveUp = jest.fn();
    const queue = new AnswerQueue(new TranscriptRecorder('test'), gaveUp);
    endsSoon(() => {
      for (let at = 0; at < flood.length && !queue.full && gaveUp.mock.calls.length === 0; at += pieceLength) {
        queue.receive(flood.subarray(at, at + pieceLength));
      }
    });
  },
  { share: 0.1 },
);

async function answersTo(pieces: readonly Buffer[]): Promise<unknown> {
  const recorder = new TranscriptRecorder('test');
  const gaveUp = jest.fn();
  const queue = new AnswerQueue(recorder, gaveUp);
  for (const piece of pieces) if (gaveUp.mock.calls.length === 0) queue.receive(piece);
  queue.end('end-of-file', 'the end');
  const answers = [];
  while (queue.length > 0) answers.push(await queue.next(0));
  const texts = recorder.transcript.entries.map(({ from, text }) => `${from}: ${text}`);
  return { gaveUp: gaveUp.mock.calls.length, answers, texts };
}
