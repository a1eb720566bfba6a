import { readFileSync } from 'node:fs';
import { diagnoseLines } from '../../../helpers/diagnosis/of-server';
import { catalogue } from '../../../helpers/failure-modes/catalogue';
import { fixturePath } from './fixture-path';

const blocks = ['known-lines.txt', 'other-servers.txt']
  .flatMap((name) => readFileSync(fixturePath(name), 'utf8').split(/^# /m).slice(1))
  .map((block): readonly [what: string, lines: readonly string[]] => {
    const [what = '', ...lines] = block.trimEnd().split('\n');
    return [what, lines];
  });

test.each(blocks)('%s, and nothing else is sure', async (what, lines) => {
  const { findings, harmless } = await diagnoseLines(catalogue, lines);

  const said = [
    ...findings.map(({ mode, confidence }) => `${mode.id} ${confidence}`),
    ...harmless.map(({ mode }) => `${mode.id} harmless`),
  ];
  expect(said).toContain(what);
  expect(said.filter((one) => one !== what && !one.endsWith(' possible'))).toEqual([]);
});

test('no block stands there twice', () => {
  const texts = blocks.map(([, lines]) => lines.join('\n'));

  expect(texts.filter((text, index) => texts.indexOf(text) !== index)).toEqual([]);
});
