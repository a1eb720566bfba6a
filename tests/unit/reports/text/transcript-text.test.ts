import { transcriptText } from '../../../../reports/text/transcript-text';
import { transcript } from '../samples';

describe('a transcript as text', () => {
  test('is a dialogue with times, in which lines inside TLS are marked', () => {
    expect(transcriptText(transcript)).toBe(
      [
        'outside → 25',
        '      0 ms       *  connected from 198.51.100.7',
        '     31 ms       S: 220 mail.example.test ESMTP Postfix',
        '     32 ms       C: STARTTLS',
        '    140 ms  tls  C: RCPT TO:<victim@foreign.example>',
        '  12043 ms  tls  S: 250 2.1.5 Ok',
      ].join('\n'),
    );
  });

  test('has no column for TLS where there was none', () => {
    const plain = { ...transcript, entries: transcript.entries.slice(0, 2) };

    expect(transcriptText(plain).split('\n')[2]).toBe('     31 ms  S: 220 mail.example.test ESMTP Postfix');
  });

  test('says so if nothing was said', () => {
    expect(transcriptText({ ...transcript, entries: [] })).toBe('outside → 25\n    (nothing was said)');
  });

  test('shows control characters, so that a server can not steer the terminal', () => {
    const hostile = { atMs: 1, from: 'server', text: '220 \u001b[2J\r\u009b31m\u202etset', tls: false } as const;

    expect(transcriptText({ ...transcript, entries: [hostile] })).toContain('S: 220 \\x1b[2J\\x0d\\x9b31m\\u202etset');
  });
});
