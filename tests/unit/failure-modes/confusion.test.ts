import { Confusion } from '../../failure-modes/confusion';

test('modes that are named, and alone, are on the diagonal', () => {
  const confusion = new Confusion();
  confusion.add('tls/no-key', ['tls/no-key']);

  expect(confusion.besideDiagonal).toEqual([]);
  expect(confusion.text).toBe('Failure modes injected × named: 1 of 1 on the diagonal, and nothing beside it');
});

test('a mode that is not named, and one that is named with another, are beside it, a line each', () => {
  const confusion = new Confusion();
  confusion.add('tls/no-key', ['tls/no-key']);
  confusion.add('tls/key-mismatch', []);
  confusion.add('dns/client-listed', ['dns/client-listed', 'dns/lists-before-login']);
  confusion.add('sasldb/missing', ['sasldb/unreadable']);

  expect(confusion.besideDiagonal).toEqual([
    'tls/key-mismatch → nothing',
    'dns/client-listed → dns/client-listed, dns/lists-before-login',
    'sasldb/missing → sasldb/unreadable',
  ]);
  expect(confusion.text).toBe(`Failure modes injected × named: 1 of 4 on the diagonal, and 3 beside it
  tls/key-mismatch → nothing
  dns/client-listed → dns/client-listed, dns/lists-before-login
  sasldb/missing → sasldb/unreadable`);
});

test('a mode that a version can not have is told with the reason, and is not beside the diagonal', () => {
  const confusion = new Confusion();
  confusion.passedOver('limits/login-rate', 'it is Postfix 2.10.1');

  expect(confusion.besideDiagonal).toEqual([]);
  expect(confusion.text).toContain('not here: limits/login-rate: it is Postfix 2.10.1');
});
