import { warnings } from '../../../../reports/result/warnings';
import { check, resultOf } from '../samples';

const warned = (id: string, warning: string) => check('held', { id, warning });

test('checks that warn of the same thing are one warning, with all that they name', () => {
  const result = resultOf([
    warned('open-relay/address-gateway', 'trusted by address: 172.17.0.1'),
    check('held'),
    warned('open-relay/address-10-8', 'trusted by address: 10.1.2.3'),
    warned('open-relay/other', 'takes mail and keeps it'),
  ]);

  expect(warnings(result)).toEqual([
    {
      text: 'trusted by address: 172.17.0.1, 10.1.2.3',
      checks: ['open-relay/address-gateway', 'open-relay/address-10-8'],
    },
    { text: 'takes mail and keeps it', checks: ['open-relay/other'] },
  ]);
});

test('what --strict made a failure is no warning any more', () => {
  expect(warnings(resultOf([check('failed', { warning: 'trusted by address: 10.1.2.3' })]))).toEqual([]);
});
