import { noFacts } from '../../../helpers/diagnosis/configuration/read-configuration';
import { unwrapLine } from '../../../helpers/diagnosis/log/unwrap-line';
import { diagnoseLines } from '../../../helpers/diagnosis/of-server';
import { indexSigns } from '../../../helpers/diagnosis/sign-index';
import { catalogue } from '../../../helpers/failure-modes/catalogue';
import type { FailureMode, LogSign } from '../../../helpers/model/failure-mode';

// Without any knowledge of the configuration: what is certain then is so by the line alone.

const signs = catalogue.flatMap((mode) => mode.symptoms.log.map((sign) => ({ mode, sign })));
const index = indexSigns(catalogue);
const ofStrength = (strength: LogSign['strength']) => signs.filter(({ sign }) => sign.strength === strength);

test('a line that names a mode makes it certain, and suggests no other', async () => {
  const otherwise = await among(ofStrength('names'), ({ id }, said) => said.join() !== `${id} certain`);

  expect(otherwise).toEqual([]);
});

test('a line that several things write makes none of them certain', async () => {
  const otherwise = await among(ofStrength('suggests'), (_mode, said) => said.some((one) => one.endsWith(' certain')));

  expect(otherwise).toEqual([]);
});

test('a line that only goes with others makes nothing more than possible', async () => {
  const otherwise = await among(
    ofStrength('accompanies').filter(({ sign }) => !tells(sign)),
    (_mode, said) => said.some((one) => !one.endsWith(' possible')),
  );

  expect(otherwise).toEqual([]);
});

test('of modes that share their lines, each has a fact or a line that decides', async () => {
  const undecidable: string[] = [];
  for (const { mode, sign } of ofStrength('suggests')) {
    const { findings } = await diagnoseLines(catalogue, [sign.specimen]);
    const finding = findings.find((one) => one.mode === mode);
    if (finding?.confidence === 'possible' && finding.undecided.length === 0 && !hasOwnLine(mode)) {
      undecidable.push(mode.id);
    }
  }

  expect([...new Set(undecidable)]).toEqual([]);
});

/** Whether a mode is named or suggested by this line, besides those that it only goes with. */
function tells({ specimen }: LogSign): boolean {
  return index.match(unwrapLine(specimen), noFacts).some(({ sign }) => sign.strength !== 'accompanies');
}

function hasOwnLine({ symptoms }: FailureMode): boolean {
  return symptoms.log.some(({ strength }) => strength === 'names');
}

async function among(
  chosen: typeof signs,
  isOtherwise: (mode: FailureMode, said: readonly string[]) => boolean,
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const { mode, sign } of chosen) {
    const { findings, harmless } = await diagnoseLines(catalogue, [sign.specimen]);
    const said = [
      ...findings.map(({ mode: { id }, confidence }) => `${id} ${confidence}`),
      ...harmless.map(({ mode: { id } }) => `${id} certain`),
    ];
    if (isOtherwise(mode, said)) found.push(`${mode.id}: ${sign.specimen} → ${said.join(', ')}`);
  }
  return found;
}
