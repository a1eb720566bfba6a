import { digestMd5 } from '../../../../helpers/smtp/sasl/digest-md5';
import { UnanswerableChallenge } from '../../../../helpers/smtp/sasl/mechanism';

const credentials = { user: 'chris', password: 'secret', host: 'elwood.innosoft.com', cnonce: 'OA6MHXh6VqTrRk' };
const challenge = 'realm="elwood.innosoft.com",nonce="OA6MG9tEQGm2hh",qop="auth",algorithm=md5-sess,charset=utf-8';

test.each([
  {
    from: 'RFC 2831 section 4, IMAP',
    given: { ...credentials, service: 'imap' },
    challenge,
    response:
      'charset=utf-8,username="chris",realm="elwood.innosoft.com",nonce="OA6MG9tEQGm2hh",nc=00000001,' +
      'cnonce="OA6MHXh6VqTrRk",digest-uri="imap/elwood.innosoft.com",' +
      'response=d388dad90d4bbd760a152321f2143af7,qop=auth',
    proof: 'rspauth=ea40f60335c427b5527b84dbabcdfffd',
  },
  {
    from: 'RFC 2831 section 4, ACAP',
    given: { ...credentials, cnonce: 'OA9BSuZWMSpW8m', service: 'acap' },
    challenge: 'realm="elwood.innosoft.com",nonce="OA9BSXrbuRhWay",qop="auth",algorithm=md5-sess,charset=utf-8',
    response:
      'charset=utf-8,username="chris",realm="elwood.innosoft.com",nonce="OA9BSXrbuRhWay",nc=00000001,' +
      'cnonce="OA9BSuZWMSpW8m",digest-uri="acap/elwood.innosoft.com",' +
      'response=6084c6db3fede7352c551284490fd0fc,qop=auth',
    proof: 'rspauth=2f0b3d7c3c2e486600ef710726aa2eae',
  },
])('The exchange of $from comes out', ({ given, challenge, response, proof }) => {
  const mechanism = digestMd5(given);

  expect(mechanism.initialResponse).toBeUndefined();
  expect(mechanism.respond(Buffer.from(challenge)).toString()).toBe(response);
  expect(mechanism.respond(Buffer.from(proof))).toHaveLength(0);
});

test.each(['rspauth=ea40f60335c427b5527b84dbabcdfffe', 'rspauth=', 'something="else"', 'nothing'])(
  'A server that gives %j for its proof is not believed',
  (proof) => {
    const mechanism = digestMd5(credentials);
    mechanism.respond(Buffer.from(challenge));

    expect(() => mechanism.respond(Buffer.from(proof))).toThrow(UnanswerableChallenge);
  },
);

describe('the realm', () => {
  const offered = 'realm="a.test",realm="b.test",nonce="n"';

  test.each([
    ['is the first that the server offers', offered, undefined, 'realm="a.test"'],
    ['is the given one where there is one', offered, 'c.test', 'realm="c.test"'],
    ['is left out where nobody names one', 'nonce="n"', undefined, 'username="chris",nonce="n"'],
    ['is quoted', offered, 'a "b" \\c', 'realm="a \\"b\\" \\\\c"'],
  ])('%s', (_, text, realm, directive) => {
    expect(
      digestMd5({ ...credentials, realm })
        .respond(Buffer.from(text))
        .toString(),
    ).toContain(directive);
  });
});

describe('what is not ASCII', () => {
  const respond = (user: string, charset: string) =>
    digestMd5({ ...credentials, user }).respond(Buffer.from(`realm="r",nonce="n"${charset}`));
  const digestOf = (response: Buffer) => /response=(\w+)/.exec(response.toString('latin1'))?.[1];

  test('is hashed as ISO 8859-1 where that can be, whatever goes over the wire', () => {
    const utf8 = respond('Jürgen', ',charset=utf-8');
    const latin1 = respond('Jürgen', '');

    expect([digestOf(utf8), digestOf(latin1)]).toEqual([
      '09490ff99784248489e835ea6a6eaceb',
      '09490ff99784248489e835ea6a6eaceb',
    ]);
    expect(utf8.toString('utf8')).toContain('username="Jürgen"');
    expect(latin1.toString('latin1')).toContain('username="Jürgen"');
  });

  test('is hashed as UTF-8 where it must be', () => {
    expect(digestOf(respond('Дмитрий', ',charset=utf-8'))).toBe('64678361cae12862a084cc2ec30b5658');
  });
});

test.each([
  ['', 'nonce'],
  ['realm="x"', 'nonce'],
  ['nonce="a",nonce="b"', 'nonce'],
  ['nonce="a",qop="auth-int,auth-conf"', 'qop'],
  ['nonce="a', 'directive'],
  ['<3804510591.401331@mail.example.test>', 'directive'],
])('The challenge %j can not be answered, for its %s', (text, why) => {
  expect(() => digestMd5(credentials).respond(Buffer.from(text))).toThrow(UnanswerableChallenge);
  expect(() => digestMd5(credentials).respond(Buffer.from(text))).toThrow(why);
});

test('The quality may be one of a list, spaces and empty elements anywhere', () => {
  const text = ' realm="x" , ,nonce="a\\"b",qop="auth-int, auth" ,';

  expect(digestMd5(credentials).respond(Buffer.from(text)).toString()).toContain('nonce="a\\"b"');
});

test('No two exchanges have the same nonce of the client', () => {
  const { cnonce: _, ...random } = credentials;
  const responses = [digestMd5(random), digestMd5(random)].map((one) => one.respond(Buffer.from(challenge)).toString());

  expect(responses[0]).not.toBe(responses[1]);
});
