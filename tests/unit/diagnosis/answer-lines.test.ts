import { contentKind } from '../../../helpers/diagnosis/content-kind';
import { answerLines } from '../../../helpers/diagnosis/log/answer-lines';
import { unwrapLine } from '../../../helpers/diagnosis/log/unwrap-line';

const lines = [
  'Nov 24 23:49:37 mail postfix/smtpd[2797]: warning: unknown smtpd restriction: "permit_sasl"',
  'Nov 24 23:49:38 mail saslauthd[12]: auth failure: [user=alice] [service=smtp] [realm=] [mech=pam] [reason=PAM auth error]',
];
const nanoseconds = '1764028177123456000';

test.each<[string, unknown]>([
  [
    'the query API of Loki',
    {
      status: 'success',
      data: {
        resultType: 'streams',
        result: [{ stream: { job: 'mail' }, values: lines.map((line) => [nanoseconds, line]) }],
      },
    },
  ],
  [
    'a search of Elasticsearch',
    {
      took: 1,
      hits: { total: { value: 2 }, hits: lines.map((message) => ({ _index: 'x', _source: { message } })) },
    },
  ],
  ['aws logs', { events: lines.map((message) => ({ timestamp: 1764028177123, message, ingestionTime: 1 })) }],
  [
    'CloudWatch Logs Insights',
    {
      results: lines.map((value) => [
        { field: '@timestamp', value: '2026-11-24 23:49:37.000' },
        { field: '@message', value },
      ]),
      status: 'Complete',
    },
  ],
  [
    'the frames of Grafana',
    {
      results: {
        A: {
          frames: [
            {
              schema: { fields: [{ name: 'Time' }, { name: 'Line' }] },
              data: { values: [lines.map(() => 1764028177123), lines] },
            },
          ],
        },
      },
    },
  ],
  ['a search of Splunk', { results: lines.map((_raw) => ({ _raw, host: 'mail' })) }],
  ['a list', lines.map((log) => ({ log }))],
])('the answer of %s is as many lines as it has', (_store, answer) => {
  for (const indent of [0, 2]) {
    const text = JSON.stringify(answer, undefined, indent);

    expect(contentKind(text)).toBe('answer of a log store');
    expect(answerLines(text)?.map((line) => unwrapLine(line).message)).toEqual(
      lines.map((line) => unwrapLine(line).message),
    );
  }
});

test.each([
  ['JSON a line', lines.map((log) => JSON.stringify({ log })).join('\n'), 'log'],
  ["Docker's file", `${JSON.stringify({ log: `${lines[0]}\n`, stream: 'stdout', time: 'x' })}\n`, 'log'],
])('%s is no answer: it is read line by line', (_what, text, kind) => {
  expect(contentKind(text)).toBe(kind);
});

test('an answer that was cut off is none: what is whole in it may be read otherwise', () => {
  expect(answerLines(JSON.stringify({ events: [{ message: lines[0] }] }).slice(0, -4))).toBeUndefined();
});
