import { listChecks, listChecksJson } from '../../../../helpers/cli/verify/list-checks';
import { catalogue } from './sample-catalogue';

describe('the list', () => {
  test('shows each suite with its checks, what they ask, and where it is written', () => {
    expect(listChecks(catalogue.suites, [])).toBe(`\
open-relay: Open relay
  open-relay/inside                     An inside client may (must, RFC 5321)
  open-relay/outside-anonymous-foreign  An outside client may not (must, RFC 5321)

no-mechanisms: No mechanisms
`);
  });

  test('names the rows of the how-to that a check proves', () => {
    const check = { id: 'a/b', title: 'Does', level: 'must', reference: 'RFC 5321', rows: [3, 10] } as const;

    expect(listChecks([{ id: 'a', title: 'A', checks: [check] }], [])).toBe(
      'a: A\n  a/b  Does (must, how-to rows 3, 10; RFC 5321)\n',
    );
  });

  test('names the broken server that shows that a check can fail', () => {
    const check = { id: 'a/b', title: 'Does', level: 'must', reference: 'RFC 5321', provenBy: 'a server' } as const;

    expect(listChecks([{ id: 'a', title: 'A', checks: [check] }], [])).toBe(
      'a: A\n  a/b  Does (must, RFC 5321; fails on: a server)\n',
    );
  });

  test('shows only what was named', () => {
    expect(listChecks(catalogue.suites, ['open-relay/inside'])).toBe(
      'open-relay: Open relay\n  open-relay/inside  An inside client may (must, RFC 5321)\n',
    );
  });

  test('says the same to programs', () => {
    expect(JSON.parse(listChecksJson(catalogue.suites, ['open-relay/inside']))).toEqual({
      suites: [
        {
          id: 'open-relay',
          title: 'Open relay',
          checks: [
            { id: 'open-relay/inside', title: 'An inside client may', level: 'must', reference: 'RFC 5321', rows: [] },
          ],
        },
      ],
    });
  });
});
