import { suites } from '../../../helpers/checks/suites';
import { indexSigns } from '../../../helpers/diagnosis/sign-index';
import { catalogue } from '../../../helpers/failure-modes/catalogue';
import type { LogSign } from '../../../helpers/model/failure-mode';

const checkIds = suites.flatMap(({ checks }) => checks.map(({ id }) => id));
const modes = catalogue.map((mode) => [mode.id, mode] as const);

describe.each(modes)('%s', (id, mode) => {
  const { symptoms, repair, references, noticedBy, reproduction } = mode;

  test('is named after its family, and says what is the matter, why, and what mends it', () => {
    expect(id).toMatch(/^[a-z]+(-[a-z0-9]+)*\/[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(mode.title).toMatch(/[^.]$/);
    expect(mode.cause.length).toBeGreaterThan(60);
    expect(symptoms.client).not.toBe('');
    if (mode.kind !== 'noise') expect(repair.words).not.toBe('');
  });

  test('shows itself: by a line of the log or by a fact that is enough alone', () => {
    const telling = symptoms.log.some(({ strength, alone }) => strength !== 'accompanies' || alone);
    expect(telling || symptoms.facts.some((fact) => fact.alone)).toBe(true);
  });

  test('each of its specimens bears its sign', () => {
    for (const sign of symptoms.log) {
      expect(messageOf(sign)).toMatch(sign.pattern);
      if (sign.program) expect(programOf(sign)).toMatch(sign.program);
    }
  });

  test('is noticed by checks that exist', () => {
    expect(noticedBy.filter((check) => !checkIds.includes(check))).toEqual([]);
  });

  test('can be seen in a container, or says why not', () => {
    expect(reproduction === undefined).toBe(mode.unreproduced !== undefined);
  });

  test('refers to addresses or to RFCs and manuals', () => {
    for (const reference of references) expect(reference).toMatch(/^https:\/\/|RFC \d+|Postfix|Cyrus|Dovecot|CVE-/);
  });
});

test('a line that names a mode is not the specimen of another', () => {
  const naming = catalogue.flatMap(({ id, symptoms }) =>
    symptoms.log.filter(({ strength }) => strength === 'names').map((sign) => ({ id, sign })),
  );

  const confused = naming.flatMap(({ id, sign }) =>
    catalogue
      .filter((other) => other.id !== id)
      .filter(({ symptoms }) => symptoms.log.some((one) => one.strength !== 'accompanies' && bears(one, sign)))
      .map((other) => `${id} by the line of ${other.id}: ${sign.pattern}`),
  );

  expect(confused).toEqual([]);
});

test('the texts by which lines are found are neither short nor in half of all lines, so that a log is read fast', () => {
  const literals = indexSigns(catalogue).literals;

  expect(literals.filter((text) => text.length < 7)).toEqual([]);
  expect(literals.filter((text) => /^(?:warning|fatal|error|reject): ?$/.test(text))).toEqual([]);
});

test('every sign has a text that must stand in a line, so that none is tried on all lines of a log', () => {
  expect(indexSigns(catalogue).everyLine).toBe(false);
});

// postfix/smtpd[279]: warning: … → warning: …
function messageOf({ specimen }: LogSign): string {
  return specimen.replace(/^[^\s:[]+(\[\d+\])?: /, '');
}

function programOf({ specimen }: LogSign): string {
  return /^[^\s:[]+/.exec(specimen)?.[0] ?? '';
}

function bears(specimen: LogSign, { pattern, program }: LogSign): boolean {
  return pattern.test(messageOf(specimen)) && (program?.test(programOf(specimen)) ?? true);
}
