import { readFileSync } from 'node:fs';
import { noFacts } from '../../../helpers/diagnosis/configuration/read-configuration';
import { diagnose } from '../../../helpers/diagnosis/diagnose';
import { pastedLog } from '../../../helpers/diagnosis/log/pasted-lines';
import { catalogue } from '../../../helpers/failure-modes/catalogue';

/**
 * Lines that look as if a mode wrote them, and come of something else: the mode that must not be certain, the one that must be
 * among what is found, and the line; `-` where there is none to name.
 */
const lines = readFileSync('tests/fixtures/other-reasons.tsv', 'utf8')
  .trimEnd()
  .split('\n')
  .map((row) => row.split('\t') as [wrong: string, right: string, line: string]);

const ids = new Set(['-', ...catalogue.map(({ id }) => id)]);

test.each(lines)('not certainly %s, but %s: %s', async (wrong, right, line) => {
  const { findings, harmless } = await diagnose(catalogue, { logs: [pastedLog('a paste', line)], facts: noFacts });

  const certain = findings.filter(({ confidence }) => confidence === 'certain').map(({ mode }) => mode.id);
  const found = [...findings, ...harmless].map(({ mode }) => mode.id);
  expect(ids).toContain(wrong);
  expect(ids).toContain(right);
  expect(certain).not.toContain(wrong);
  expect(right === '-' ? [right] : found).toContain(right);
});
