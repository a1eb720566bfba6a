import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unwrapLine } from '../../../helpers/diagnosis/log/unwrap-line';
import { similarModes } from '../../../helpers/diagnosis/similar';
import { catalogue } from '../../../helpers/failure-modes/catalogue';
import type { FailureMode } from '../../../helpers/model/failure-mode';
import { causes, publicLogs } from './public-logs';

/** One in twenty-four, as the words are put in order anew for each; by the name, so that a new log does not choose others. */
const some = causes.flatMap(([name, cause]) =>
  cause !== undefined && sum(name) % 24 === 0 ? [[name, cause] as const] : [],
);

function sum(name: string): number {
  return [...name].reduce((all, letter) => all + letter.charCodeAt(0), 0);
}

test('of logs whose own signs are taken out of the catalogue, words alone lead to most', () => {
  const led = some.filter(([name, cause]) => ledByWords(name, cause).includes(cause));

  // 29 of 44.
  expect(led.length / some.length).toBeGreaterThan(0.55);
});

function ledByWords(name: string, cause: string): readonly string[] {
  const lines = readFileSync(join(publicLogs, `${name}.log`), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('# '));
  const unknown = catalogue.map((mode) => (mode.id === cause ? withoutSignsOf(mode, lines) : mode));
  return similarModes(
    unknown,
    lines.map((text, index) => ({ file: name, line: index + 1, text })),
  ).flatMap(({ modes }) => modes.map(({ id }) => id));
}

function withoutSignsOf(mode: FailureMode, lines: readonly string[]): FailureMode {
  const texts = lines.flatMap((line) => [line, unwrapLine(line).message]);
  const log = mode.symptoms.log.filter(({ pattern }) => !texts.some((text) => pattern.test(text)));
  return { ...mode, symptoms: { ...mode.symptoms, log } };
}
