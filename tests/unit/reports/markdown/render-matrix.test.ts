import { renderMatrixMarkdown } from '../../../../reports/markdown/render-matrix';
import { absent, asked, broken, matrixOf } from '../matrix/matrix-samples';
import { causeOf, check } from '../samples';

const held = check('held', { id: 'open-relay/a' });
const failed = check('failed', { id: 'open-relay/a' });
const good = asked('debian12', [held, check('held', { id: 'open-relay/b' })]);
const bad = asked('debian13', [failed, check('held', { id: 'open-relay/b' })]);
const explained = { ...bad, result: { ...bad.result, failureModes: [causeOf([failed.id])] } };

describe('several servers in Markdown', () => {
  const text = renderMatrixMarkdown(matrixOf([good, explained, absent, broken]));

  test('begin with what each came to', () => {
    expect(text).toContain('## ❌ debian13 failed; sid could not tell; debian12 held.');
    expect(text).toContain('| ✅ <code>debian12</code> | Postfix 3.7.11 | 2 |  |  |  |  |');
    expect(text).toContain('| ➖ <code>centos7</code> | is not here |');
    expect(text).toContain('| ❓ <code>sid</code> | has no result |');
  });

  test('have the checks that came to something else on another, and no others', () => {
    expect(text).toContain(
      '### Not the same everywhere: 1\n\n| check | <code>debian12</code> | <code>debian13</code> |\n| --- | --- | --- |\n' +
        '| <code>open-relay/a</code> | held | failed |\n',
    );
  });

  test('have the cause and its repair where one failed, and why one has no result', () => {
    expect(text).toContain("postconf -e 'mynetworks = 127.0.0.0/8'");
    expect(text).toContain('```text\nJest ended with status 1\n```');
    expect(text).not.toContain('## ✅');
  });

  test('fit into what GitHub takes', () => {
    const most = 1200;

    expect(Buffer.byteLength(renderMatrixMarkdown(matrixOf([good, explained]), most))).toBeLessThanOrEqual(most);
  });
});
