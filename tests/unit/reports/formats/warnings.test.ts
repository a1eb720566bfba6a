import { noServer } from '../../../../helpers/model/result';
import { format as html } from '../../../../reports/formats/html';
import { renderJunit } from '../../../../reports/formats/junit';
import { format as markdown } from '../../../../reports/formats/markdown';
import { format as sarif } from '../../../../reports/formats/sarif';
import { renderTable } from '../../../../reports/terminal/table';
import { check, resultOf } from '../samples';

const warning = 'trusted by address: 172.17.0.1';
const id = 'open-relay/address-gateway';
const warned = resultOf([check('held'), check('held', { id, warning, reason: 'expected a refusal; saw 250' })]);
const options = { colour: false, width: undefined, verbose: false, reportPaths: ['out/index.html', 'out/junit.xml'] };

describe('a warning', () => {
  test.each([
    ['the terminal', renderTable(warned, options)],
    ['Markdown', String(markdown.render(warned))],
    ['HTML', String(html.render(warned))],
  ])('stands above all checks in %s, with what --strict makes of it', (_, text) => {
    const lines = text.replaceAll(/\s+/g, ' ');

    expect(lines).toMatch(/trusted by address: 172\.17\.0\.1.*--strict/);
    expect(lines.indexOf('trusted by address')).toBeLessThan(lines.lastIndexOf('open-relay'));
  });

  test('is a note in SARIF, and no failure in JUnit', () => {
    const [run] = JSON.parse(String(sarif.render(warned))).runs;

    expect(run.results).toMatchObject([
      { ruleId: id, level: 'note', message: { text: expect.stringContaining(warning) } },
    ]);
    expect(renderJunit(warned)).toContain('failures="0" errors="0"');
    expect(renderJunit(warned)).toContain(`warning: ${warning}`);
  });
});

describe('a run that found no server', () => {
  const unasked = Array.from({ length: 100 }, (_, index) =>
    check('not-applicable', { id: `suite-${index % 11}/${index}`, suite: `suite-${index % 11}`, reason: noServer }),
  );
  const reason = 'no mail server answers there: 127.0.0.1\n  25: nobody can be reached there\n  → see that it is right';
  const result = resultOf([...unasked, check('could-not-tell', { id: 'harness/start', suite: 'harness', reason })]);

  test('is told in a few lines: why, and that nothing was asked', () => {
    expect(renderTable(result, options)).toBe(`\
? ${reason}

There is no verdict: no server could be asked. Asked 0 of 100 (12.3 s)
out/index.html
`);
  });

  test('is one error in JUnit', () => {
    expect(renderJunit(result)).toContain('failures="0" errors="1" skipped="100"');
  });

  test('says in Markdown all that was seen', () => {
    expect(String(markdown.render(result))).toContain('25: nobody can be reached there');
  });
});
