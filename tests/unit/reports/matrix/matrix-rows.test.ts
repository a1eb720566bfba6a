import { matrixSections } from '../../../../reports/matrix/matrix-rows';
import { check } from '../samples';
import { absent, asked } from './matrix-samples';

const three = { number: 3, title: 'smtpd_sasl_auth_enable = yes' };
const cells = (...verdicts: unknown[]) => verdicts.map((verdict) => ({ verdict, obstacle: undefined }));

describe('the rows of the matrix', () => {
  test('are the checks of all servers, each once, below their suites', () => {
    const servers = [
      asked('debian11', [check('held', { id: 'a/1', suite: 'a' }), check('held', { id: 'b/1', suite: 'b' })]),
      asked('debian12', [check('failed', { id: 'a/1', suite: 'a' }), check('held', { id: 'a/2', suite: 'a' })]),
    ];

    const sections = matrixSections(servers);

    expect(sections.map(({ heading, rows }) => [heading, ...rows.map(({ name }) => name)])).toEqual([
      ['a', '1', '2'],
      ['b', '1'],
    ]);
    expect(sections[0]?.rows.map((row) => row.cells)).toEqual([cells('held', 'failed'), cells(undefined, 'held')]);
  });

  test('leave the cells of a server blank that was not asked', () => {
    const [section] = matrixSections([absent, asked('debian12', [check('held')])]);

    expect(section?.rows[0]?.cells).toEqual(cells(undefined, 'held'));
  });

  test('say why a check does not apply', () => {
    const [section] = matrixSections([asked('debian12', [check('not-applicable')])]);

    expect(section?.rows[0]?.cells).toEqual([{ verdict: 'not-applicable', obstacle: 'why it is not-applicable' }]);
  });

  test('end with those of the how-to, by number', () => {
    const ten = { number: 10, title: 'smtpd_recipient_restrictions' };
    const sections = matrixSections([
      asked('debian11', [check('held', { rows: [ten] })]),
      absent,
      asked('debian12', [check('held', { rows: [three] }), check('failed', { rows: [three, ten] })]),
    ]);

    expect(sections.at(-1)).toEqual({
      heading: 'The how-to, row by row',
      rows: [
        { name: ' 3', title: three.title, cells: cells(undefined, undefined, 'failed') },
        { name: '10', title: ten.title, cells: cells('held', undefined, 'failed') },
      ],
    });
  });
});
