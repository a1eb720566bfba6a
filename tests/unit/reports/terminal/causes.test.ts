import type { FoundCause } from '../../../../helpers/model/result';
import { renderTable, type TableOptions } from '../../../../reports/terminal/table';
import { check, everybody, fullEvidence, resultOf } from '../samples';

const toFile: TableOptions = { colour: false, width: undefined, verbose: false, reportPaths: [] };

function failures(count: number) {
  return Array.from({ length: count }, (_, index) =>
    check('failed', { id: `open-relay/form-${index + 1}`, evidence: fullEvidence }),
  );
}

function render(
  count: number,
  {
    cause = {},
    others = [],
    ...options
  }: Partial<TableOptions> & {
    readonly cause?: Partial<FoundCause>;
    readonly others?: Parameters<typeof resultOf>[0];
  } = {},
) {
  const explained = failures(count);
  const failureModes = [{ ...everybody, explains: explained.map(({ id }) => id), ...cause }];
  return renderTable(resultOf([...explained, ...others], { failureModes }), { ...toFile, ...options });
}

describe('the end table of a run whose failures are explained', () => {
  test('begins with one line that says what is wrong and what to change', () => {
    const [first] = render(51).split('\n');

    expect(first).toBe(
      '✗ mynetworks holds the whole Internet. Name the machines that may relay without a login, and look into the queue.',
    );
  });

  test('shows below it the setting, the commands, and ten of the checks', () => {
    const [cause = ''] = render(51).split('\n\n');
    const lines = cause.split('\n');

    expect(lines).toContain('    /etc/postfix/main.cf:7: mynetworks = 0.0.0.0/0');
    expect(lines).toContain('      $ postconf -e "mynetworks = 127.0.0.0/8"');
    expect(lines).toContain('  It explains 51 checks');
    expect(lines.filter((line) => line.startsWith('    open-relay/form-'))).toHaveLength(10);
    expect(lines.at(-1)).toBe('    and 41 more for the same cause');
  });

  test('shows all of them where there are no more than ten', () => {
    expect(render(10)).not.toContain('for the same cause');
  });

  test('shows the dialogue of one check of each cause, and with --verbose of all', () => {
    const dialogues = (text: string) => text.match(/C: RCPT TO/g)?.length ?? 0;
    const one = dialogues(render(1));

    expect(dialogues(render(5))).toBe(one);
    expect(dialogues(render(5, { verbose: true }))).toBe(5 * one);
  });

  test('names what no cause explains, suite by suite, and shows its dialogue', () => {
    const others = [
      check('failed', { id: 'dns/a', suite: 'dns', evidence: fullEvidence }),
      check('could-not-tell', { id: 'dns/b', suite: 'dns' }),
      check('failed', { id: 'versions/c', suite: 'versions' }),
    ];
    const [, left] = render(1, { others }).split('\n\n');

    expect(left).toBe('  Not explained: 3 checks\n    dns: a, b\n    versions: c');
  });

  test('says it once more at the end', () => {
    expect(render(51)).toContain('51 failed (12.3 s)\nWhy: mynetworks holds the whole Internet (51 checks)\n');
  });

  test('says how sure it is where it is not certain, and what would decide', () => {
    const text = render(1, {
      cause: { confidence: 'possible', undecided: [{ words: 'it is so', look: 'postconf mynetworks' }] },
    });

    expect(text).toMatch(/^✗ possible: mynetworks holds the whole Internet\./);
    expect(text).toContain('    if it is so: postconf mynetworks');
  });

  test('fits a narrow terminal', () => {
    const [cause = ''] = render(51, { width: 40, cause: { facts: [] } }).split('\n\n');
    const wide = cause.split('\n').filter((line) => line.length > 40 && !line.includes('$ '));

    expect(wide).toEqual([]);
  });

  test('lets no server steer the terminal', () => {
    const evidence = [{ file: 'the log', line: 1, text: 'connect from \u001b[31mred' }];

    expect(render(1, { cause: { facts: [], evidence } })).not.toContain('\u001b');
  });
});

test('where nothing is explained, the end table says nothing of causes', () => {
  const text = renderTable(resultOf(failures(2)), toFile);

  expect(text).toMatch(/^howto · /);
  expect(text).not.toMatch(/Why:|Not explained/);
});
