import { stripVTControlCharacters } from 'node:util';
import type { MatrixServer } from '../../../../reports/matrix/matrix';
import { renderMatrix } from '../../../../reports/matrix/matrix-table';
import type { TableOptions } from '../../../../reports/terminal/table';
import { check, fullEvidence } from '../samples';
import { absent, asked, broken, matrixOf } from './matrix-samples';

const toFile: TableOptions = { colour: false, width: undefined, verbose: false, reportPaths: ['out/matrix.json'] };
const render = (servers: readonly MatrixServer[], options: Partial<TableOptions> = {}) =>
  renderMatrix(matrixOf(servers), { ...toFile, ...options });

const three = { number: 3, title: 'smtpd_sasl_auth_enable = yes' };
const offers = (verdict: 'held' | 'failed' | 'not-applicable') =>
  check(verdict, { id: 'open-relay/offers', title: 'Offers AUTH', rows: [three] });
const relays = check('held', { id: 'open-relay/relays', title: 'Relays for users' });

describe('the matrix', () => {
  test('has a row for each check and a column for each server, and says at the end how each did', () => {
    expect(
      render([
        absent,
        asked('debian11', [offers('held'), relays], '3.5.25'),
        asked('sid', [offers('failed')], '3.11.0'),
      ]),
    ).toBe(`\
  centos7  debian11 sid     open-relay
  not here 3.5.25   3.11.0
              ✓       ✗     offers  Offers AUTH
              ✓             relays  Relays for users

  centos7  debian11 sid     The how-to, row by row
  not here 3.5.25   3.11.0
              ✓       ✗      3  smtpd_sasl_auth_enable = yes

On sid (Postfix 3.11.0):

✗ open-relay/offers Offers AUTH (must, how-to row 3; RFC 5321 section 3.6.2)
  why it is failed

centos7 is not here
  no image
    → pull it
debian11 (Postfix 3.5.25): 2 held (12.3 s)
sid (Postfix 3.11.0): 1 failed (12.3 s)

2 of 3 servers asked in 1 min 2 s

out/matrix.json
`);
  });

  test('says once where a check does not apply, and why', () => {
    const servers = ['debian11', 'debian12'].map((name) => asked(name, [offers('not-applicable')]));
    const row = '  offers  Offers AUTH\n      ';

    expect(render(servers)).toContain(`${row}why it is not-applicable\n`);
    expect(render([...servers, asked('sid', [offers('held')])])).toContain(
      `${row}debian11, debian12: why it is not-applicable\n`,
    );
  });

  test('shows what was seen of every check with --verbose', () => {
    const servers = [asked('debian12', [check('held', { evidence: fullEvidence })])];

    expect(render(servers)).not.toContain('RCPT TO');
    expect(render(servers, { verbose: true })).toContain('On debian12 (Postfix 3.7.11):\n\n✓ open-relay/held');
  });

  test('says why there is no result, and what else is to be known of one', () => {
    const { result, ...server } = asked('debian12', [check('held')]);
    const notice = 'stands in for another';
    const noticed = {
      ...server,
      result: { ...result, target: { ...result.target, notice } },
      remark: 'Jest complained',
    };

    const table = render([noticed, broken]);

    expect(table).toContain('  debian12 sid        open-relay\n  3.7.11   no result\n');
    expect(table).toContain(
      '\ndebian12 (Postfix 3.7.11): 1 held (12.3 s)\n  stands in for another\n  Jest complained\n',
    );
    expect(table).toContain('\nsid has no result\n  Jest ended with status 1\n');
  });

  test('keeps within the width of the terminal, and names every check', () => {
    const long = check('not-applicable', { title: 'long '.repeat(40), reason: 'because '.repeat(40) });
    const names = ['centos7', 'debian11', 'debian12', 'debian13', 'sid'];

    const rows = render(
      names.map((name) => asked(name, [long], '3.10.13')),
      { width: 80 },
    ).split('\n');

    expect(Math.max(...rows.map((row) => row.length))).toBeLessThanOrEqual(80);
    expect(rows.join('\n')).toMatch(/– {5}not-applicable {2}long.*…\n/);
  });

  test('numbers its columns where the names of images would leave no room for the checks', () => {
    const servers = ['7', '8', '9'].map((tag) => asked(`registry.example.test/group/mail:${tag}`, [offers('held')]));

    const table = render(servers, { width: 80 });

    expect(table).toMatch(/^1 {2}registry.example.test\/group\/mail:7\n2 {2}registry/);
    expect(table).toContain('  1      2      3       open-relay\n  3.7.11 3.7.11 3.7.11\n');
  });

  test('has colours where they are wanted, and says the same without', () => {
    const servers = [absent, asked('debian11', [offers('held')]), asked('debian12', [offers('failed')]), broken];
    const coloured = render(servers, { colour: true });

    expect(coloured).toContain('\u001b[32m✓\u001b[0m');
    expect(stripVTControlCharacters(coloured)).toBe(render(servers));
  });
});
