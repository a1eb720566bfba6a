import { stripVTControlCharacters } from 'node:util';
import { renderTable, type TableOptions } from '../../../../reports/terminal/table';
import { check, fullEvidence, resultOf } from '../samples';

const toFile: TableOptions = {
  colour: false,
  width: undefined,
  verbose: false,
  reportPaths: ['reports/out/junit.xml'],
};
function render(checks: Parameters<typeof resultOf>[0], options: Partial<TableOptions> = {}) {
  return renderTable(resultOf(checks), { ...toFile, ...options });
}

describe('the end table', () => {
  test('is short if all held', () => {
    expect(render([check('held'), check('held', { id: 'no-mechanisms/offers', suite: 'no-mechanisms' })])).toBe(`\
howto · harness/howto:1 · postfix 3.7.11, cyrus-sasl 2.1.28 · mail.example.test
! Debian 12 stands in for CentOS 7

open-relay
  ✓ held  A check that is held

no-mechanisms
  ✓ offers  A check that is held

2 held (12.3 s)

reports/out/junit.xml
`);
  });

  test('shows for a failed check why, and what was seen', () => {
    const [, , entry, ...evidence] = render([check('held'), check('failed', { evidence: fullEvidence })]).split('\n\n');

    expect(entry).toBe('✗ open-relay/failed A check that is failed (must, RFC 5321 section 3.6.2)\n  why it is failed');
    expect(evidence[0]).toContain('      140 ms  tls  C: RCPT TO:<victim@foreign.example>');
    expect(evidence[1]).toContain('connect from nameless[198.51.100.7]');
    expect(evidence.join('\n')).toContain('1 held, 1 failed (12.3 s)');
  });

  test('says why a check does not apply, and shows nothing else of it', () => {
    const table = render([check('held'), check('not-applicable', { evidence: fullEvidence })]);

    expect(table).toContain('  – not-applicable  A check that is not-applicable\n      why it is not-applicable\n');
    expect(table).not.toContain('RCPT TO');
  });

  test('says of a failure that the profile accepts why it is accepted, and what failed', () => {
    expect(render([check('held'), check('accepted')])).toContain(
      '  ~ accepted  A check that is accepted\n      accepted: it is meant so\n      why it is accepted\n',
    );
  });

  test('shows with --verbose what was seen for every check', () => {
    const checks = [check('held', { evidence: fullEvidence })];

    expect(render(checks)).not.toContain('RCPT TO');
    expect(render(checks, { verbose: true })).toContain('RCPT TO');
  });

  test('gives one reason once, however many checks it broke', () => {
    const reason = 'the server did not start';
    const broken = ['a', 'b', 'c'].map((name) => check('could-not-tell', { id: `open-relay/${name}`, reason }));

    const table = render(broken);

    expect(table.split(reason)).toHaveLength(2);
    expect(table).toMatch(
      /\? open-relay\/a .*\n\? open-relay\/b .*\n\? open-relay\/c .*\n {2}the server did not start/,
    );
  });

  test('shows the rows of the how-to behind the suites, and beside what refers to them', () => {
    const table = render([check('failed', { rows: [{ number: 10, title: 'smtpd_recipient_restrictions' }] })]);

    expect(table).toContain('\n\nThe how-to, row by row\n  ✗ 10  smtpd_recipient_restrictions · 0 of 1 check held');
    expect(table).toContain(' (must, how-to row 10; RFC 5321 section 3.6.2)\n');
  });

  test('names no reference where the harness broke before it knew one', () => {
    expect(render([check('could-not-tell', { reference: '' })])).toContain(
      '\n? open-relay/could-not-tell A check that is could-not-tell\n',
    );
  });

  test('does not claim that anything is proved where it could not tell, or asked nothing', () => {
    expect(render([check('held'), check('could-not-tell')])).toContain(
      'Nothing is known to be broken, but 1 check of 2 could not tell.',
    );
    expect(render([])).toContain('no check ran (12.3 s)\nNothing was proved');
    expect(render([check('not-applicable')])).toContain('Nothing was proved');
  });

  test('has colours where they are wanted, and says the same without', () => {
    const checks = [check('held'), check('failed'), check('not-applicable'), check('could-not-tell')];
    const coloured = render(checks, { colour: true });

    expect(coloured).toContain('\u001b[32m✓\u001b[0m held');
    expect(coloured).toContain('\u001b[31m✗\u001b[0m failed');
    expect(stripVTControlCharacters(coloured)).toBe(render(checks));
  });

  test('keeps rows and reasons within the width of the terminal', () => {
    const long = { title: 'long '.repeat(40), reason: 'because '.repeat(40) };
    const table = render([check('failed', long), check('not-applicable', long)], { width: 60 });

    const rows = table.split('\n').filter((line) => !line.startsWith('✗'));
    expect(Math.max(...rows.map((row) => row.length))).toBeLessThanOrEqual(60);
    expect(table).toContain('…');
  });

  test('lets no reason steer the terminal', () => {
    expect(render([check('failed', { reason: '554 \u001b[2Jgone' })])).toContain('  554 \\x1b[2Jgone');
  });
});
