import { type MatrixServer, matrixStatus, serverTitle } from '../../../../reports/matrix/matrix';
import { check, resultOf } from '../samples';
import { absent, asked, broken, matrixOf } from './matrix-samples';

describe('the exit status of a matrix', () => {
  const held = asked('debian12', [check('held')]);
  const failed = asked('sid', [check('held'), check('failed')]);
  const undecided = asked('sid', [check('held'), check('could-not-tell')]);

  test.each<[string, 0 | 1 | 2, readonly MatrixServer[]]>([
    ['0 if all that were asked held', 0, [absent, held]],
    ['1 if something failed anywhere', 1, [held, undecided, failed, broken]],
    ['2 if something could not be told anywhere', 2, [held, undecided]],
    ['2 if a run broke off', 2, [held, broken]],
    ['2 if a run was not content although all held', 2, [held, { ...held, remark: 'all checks held, but' }]],
    ['2 if no server could be had', 2, [absent]],
    ['2 if there was none', 2, []],
  ])('is %s', (_, status, servers) => {
    expect(matrixStatus(matrixOf(servers))).toBe(status);
  });
});

test('a server is called by its name and the version that it runs', () => {
  const unreached = resultOf([], { target: { ...resultOf([]).target, mta: '', versions: {} } });

  expect(serverTitle(asked('debian12', [check('held')]))).toBe('debian12 (Postfix 3.7.11)');
  expect(serverTitle({ kind: 'asked', name: 'sid', result: unreached, remark: undefined })).toBe('sid');
  expect(serverTitle(absent)).toBe('centos7');
});
