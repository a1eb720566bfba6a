import fc from 'fast-check';
import type { ResultFile } from '../../../helpers/model/result';
import { renderTable } from '../../../reports/terminal/table';
import { allFormats } from '../../../reports/written/all-formats';
import { readXml } from '../reports/formats/read-xml';
import { check, fullEvidence, resultOf } from '../reports/samples';
import { nasty } from '../smtp/hostile-servers';
import { always } from './property';
import { textOf } from './values';

const text = fc.oneof(
  textOf([nasty, '\u001b[31m', '\u009b2J', '\u202e', '<script>', ']]>', '```', '|', '\r', '\n', '\u2028'], 6),
);
const verdicts = ['held', 'failed', 'accepted', 'not-applicable', 'could-not-tell'] as const;

/** What a terminal or a browser obeys; colours are ours. */
const steers = /(?![\t\n])[\p{Cc}\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

always(
  'Whatever servers say, and whatever they are called, all reports show it as text',
  [text],
  (said) => {
    const evidence = everywhere(fullEvidence, said);
    const checks = verdicts.map((verdict) => check(verdict, { evidence, reason: said, title: `A title ${said}` }));
    const { target } = resultOf(checks);
    const result: ResultFile = resultOf(checks, { target: { ...everywhere(target, said), seen: [said] } });

    for (const { id, render } of allFormats) {
      const report = `${render(result)}`;
      expect({ id, steers: steers.exec(report)?.[0] }).toEqual({ id, steers: undefined });
      if (id === 'junit') readXml(report);
      if (id === 'json') expect(JSON.parse(report)).toEqual(JSON.parse(JSON.stringify(result)));
      if (id === 'html') expect(report).not.toContain('<script>alert');
    }
    const terminal = { colour: false, width: 100, verbose: true, reportPaths: [] };
    expect(steers.exec(renderTable(result, terminal))?.[0]).toBeUndefined();
  },
  { share: 0.2 },
);

/** The same with this behind every text in it, other than times. */
function everywhere<T>(value: T, said: string): T {
  return JSON.parse(JSON.stringify(value), (key, one) =>
    typeof one === 'string' && !/At$|^at$|^from$|^type$/.test(key) ? `${one}${said}` : one,
  );
}
