import { noFacts } from '../../../helpers/diagnosis/configuration/read-configuration';
import { unwrapLine } from '../../../helpers/diagnosis/log/unwrap-line';
import { indexSigns } from '../../../helpers/diagnosis/sign-index';
import { catalogue } from '../../../helpers/failure-modes/catalogue';
import { variations } from './variations';

const index = indexSigns(catalogue);
/** What a line says may depend on the service: 465 expects TLS at once. */
const byService = new Set(
  catalogue.flatMap(({ symptoms }) => symptoms.log.filter(({ program }) => dependsOnService(program))),
);
const specimens = [...new Set(catalogue.flatMap(({ symptoms }) => symptoms.log.map(({ specimen }) => specimen)))];

/** What a line says of modes, whatever the sign by which it does. */
function said(line: string): readonly string[] {
  const matched = index
    .match(unwrapLine(line), noFacts)
    .filter(({ sign }) => !byService.has(sign))
    .map(({ mode, sign }) => `${mode.id} ${sign.strength}`);
  return [...new Set(matched)].sort();
}

test.each(Object.entries(variations))('%s: every line still says the same', (_what, vary) => {
  const changed = specimens.filter((specimen) => vary(specimen) !== specimen);

  const otherwise = changed.filter((specimen) => said(vary(specimen)).join() !== said(specimen).join());

  expect(changed.length).toBeGreaterThan(0);
  expect(otherwise.map(vary)).toEqual([]);
});

test('every specimen says something', () => {
  expect(specimens.filter((specimen) => index.match(unwrapLine(specimen), noFacts).length === 0)).toEqual([]);
});

function dependsOnService(program: RegExp | undefined): boolean {
  return program !== undefined && /^\^postfix\\\/smtpd\$$|submission|smtps/.test(program.source);
}
