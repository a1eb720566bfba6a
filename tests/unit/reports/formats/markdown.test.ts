import type { ResultFile } from '../../../../helpers/model/result';
import { renderMarkdown } from '../../../../reports/markdown/render-markdown';
import { causeOf, check, fullEvidence, fullResult, resultOf } from '../samples';

describe('Markdown', () => {
  test('begins with the verdict, and the cause with what mends it', () => {
    const text = renderMarkdown(fullResult);

    expect(text).toMatch(
      /^## ❌ howto: 2 of 5 checks failed: mynetworks contains every address; 1 of them not explained\.\n/,
    );
    expect(text).toContain(
      "**What mends it.** Name the networks that you trust.\n\n```text\npostconf -e 'mynetworks = 127.0.0.0/8'\n```",
    );
  });

  test('lists what no cause explains, what could not be told, and what is accepted', () => {
    const text = renderMarkdown(fullResult);

    expect(text).toContain('### Not explained: 1\n\n| check | why |\n| --- | --- |\n| <code>dns/parked-list</code> |');
    expect(text).toContain('### Could not tell: 1');
    expect(text).toContain('| <code>open-relay/accepted</code> | accepted: it is meant so; why it is accepted |');
  });

  test('has the dialogue of what failed', () => {
    expect(renderMarkdown(resultOf([check('failed', { evidence: fullEvidence })]))).toContain(
      '    140 ms  tls  C: RCPT TO:<victim@foreign.example>',
    );
  });

  test('lets nothing that a server says become markup, a link, a mention or a cell', () => {
    const hostile = '<img src=x> [a](https://evil.example) @team | `x` **b** https://evil.example :tada: \u202e';
    const text = renderMarkdown(
      resultOf([check('failed', { reason: hostile })], { target: { ...fullResult.target, name: hostile } }),
    );
    const outsideOfFences = text.replace(/```+text\n.*?\n```+/gs, '');

    for (const part of ['<img', '](', '@team', '`x`', '**b**', 'https://', ':tada:', '\u202e'])
      expect(outsideOfFences).not.toContain(part);
    expect(outsideOfFences).toContain('&#60;img src=x&#62;');
  });

  test('ends no fence with what a server says', () => {
    const logLines = ['```', '````text', '# heading'];
    const text = renderMarkdown(resultOf([check('failed', { evidence: { ...fullEvidence, logLines } })]));

    expect(text).toMatch(/^`{5}text$.*^ {4}````text$.*^`{5}$/ms);
  });

  test('leaves out from its end what there is no room for, in whole blocks', () => {
    const logLines = Array.from({ length: 3000 }, () => 'x'.repeat(200));
    const many = Array.from({ length: 300 }, (_, i) =>
      check('failed', { id: `a/${i}`, evidence: { ...fullEvidence, logLines } }),
    );
    const result: ResultFile = resultOf(many, { failureModes: [causeOf([])] });

    const text = renderMarkdown(result);

    expect(Buffer.byteLength(text)).toBeLessThan(1024 * 1024);
    expect(text).toContain('… and 200 more');
    expect(text.match(/<details>/g)).toHaveLength(text.match(/<\/details>/g)?.length ?? 0);
    expect(text).toMatch(/_More is in the report: it did not fit in here\._\n$/);
  });
});
