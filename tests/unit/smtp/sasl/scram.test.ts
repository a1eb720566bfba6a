import { UnanswerableChallenge } from '../../../../helpers/smtp/sasl/mechanism';
import { type ScramCredentials, scram, type scramHashes } from '../../../../helpers/smtp/sasl/scram';

interface Exchange {
  readonly from: string;
  readonly name: keyof typeof scramHashes;
  readonly given: ScramCredentials;
  readonly said: readonly string[];
}

const exchanges: readonly Exchange[] = [
  {
    from: 'RFC 5802 section 5',
    name: 'SCRAM-SHA-1',
    given: { user: 'user', password: 'pencil', nonce: 'fyko+d2lbbFgONRv9qkxdawL' },
    said: [
      'n,,n=user,r=fyko+d2lbbFgONRv9qkxdawL',
      'r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,s=QSXCR+Q6sek8bf92,i=4096',
      'c=biws,r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,p=v0X8v3Bz2T0CJGbJQyF0X+HI4Ts=',
      'v=rmF9pqV8S7suAoZWja4dJRkFsKQ=',
    ],
  },
  {
    from: 'RFC 7677 section 3',
    name: 'SCRAM-SHA-256',
    given: { user: 'user', password: 'pencil', nonce: 'rOprNGfwEbeRWgbNEkqO' },
    said: [
      'n,,n=user,r=rOprNGfwEbeRWgbNEkqO',
      'r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096',
      'c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=',
      'v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=',
    ],
  },
];

const [rfc5802] = exchanges as [Exchange];

test.each(exchanges)('The exchange of $from comes out', ({ name, given, said }) => {
  const mechanism = scram(name, given);

  expect(mechanism.name).toBe(name);
  expect(mechanism.initialResponse?.toString()).toBe(said[0]);
  expect(mechanism.respond(Buffer.from(said[1] ?? '')).toString()).toBe(said[2]);
  expect(mechanism.serverIsProven?.()).toBe(false);
  expect(mechanism.respond(Buffer.from(said[3] ?? ''))).toHaveLength(0);
  expect(mechanism.serverIsProven?.()).toBe(true);
});

test.each(['v=smF9pqV8S7suAoZWja4dJRkFsKQ=', 'v=', 'e=other-error', ''])(
  'A server that gives %j for its proof is not believed',
  (final) => {
    const mechanism = scram(rfc5802.name, rfc5802.given);
    mechanism.respond(Buffer.from(rfc5802.said[1] ?? ''));

    expect(() => mechanism.respond(Buffer.from(final))).toThrow(UnanswerableChallenge);
    expect(mechanism.serverIsProven?.()).toBe(false);
  },
);

const { nonce = '' } = rfc5802.given;

test.each([
  ['a nonce of its own', 'r=another,s=QSXCR+Q6sek8bf92,i=4096', 'nonce'],
  ['the nonce of the client and nothing more', `r=${nonce},s=QSXCR+Q6sek8bf92,i=4096`, 'nonce'],
  ['no salt', `r=${nonce}x,s=,i=4096`, 'salt'],
  ['no iterations', `r=${nonce}x,s=QSXCR+Q6sek8bf92,i=0`, 'iterations'],
  ['iterations without end', `r=${nonce}x,s=QSXCR+Q6sek8bf92,i=999999999999`, 'iterations'],
  ['an extension that it demands', `m=ext,r=${nonce}x,s=QSXCR+Q6sek8bf92,i=4096`, 'extension'],
  ['something else', 'hello', 'nonce'],
])('A server that begins with %s gets no answer', (_, first, why) => {
  expect(() => scram(rfc5802.name, rfc5802.given).respond(Buffer.from(first))).toThrow(why);
});

describe('a name', () => {
  const first = (given: Partial<ScramCredentials>) =>
    scram('SCRAM-SHA-1', { user: 'user', password: 'pencil', nonce: 'n', ...given }).initialResponse?.toString();

  test('has its commas and equals signs written as codes', () => {
    expect(first({ user: 'a,b=c' })).toBe('n,,n=a=2Cb=3Dc,r=n');
  });

  test('may be whom the user wants to act as', () => {
    expect(first({ authorizationId: 'the,admin' })).toBe('n,a=the=2Cadmin,n=user,r=n');
  });

  test('has one spelling where Unicode has several (RFC 4013 section 3)', () => {
    expect(first({ user: 'I\u00adX' })).toBe('n,,n=IX,r=n');
    expect(first({ user: '\u2168' })).toBe('n,,n=IX,r=n');
    expect(first({ user: '\u00aa' })).toBe('n,,n=a,r=n');
  });

  test('goes as it is where RFC 4013 prohibits it', () => {
    expect(first({ user: 'a\u0007\u00e9' })).toBe('n,,n=a\u0007\u00e9,r=n');
  });
});

test('With a channel binding it is the -PLUS mechanism, and the second message has what the TLS session has', () => {
  const mechanism = scram(rfc5802.name, {
    ...rfc5802.given,
    channelBinding: { type: 'tls-exporter', data: Buffer.from('binding') },
  });
  const [, first = ''] = rfc5802.said;

  expect(mechanism.name).toBe('SCRAM-SHA-1-PLUS');
  expect(mechanism.initialResponse?.toString()).toBe(`p=tls-exporter,,n=user,r=${nonce}`);
  const [, bound = ''] = /^c=([^,]+)/.exec(mechanism.respond(Buffer.from(first)).toString()) ?? [];
  expect(Buffer.from(bound, 'base64').toString()).toBe('p=tls-exporter,,binding');
});

test('No two exchanges have the same nonce of the client', () => {
  const { nonce: _, ...random } = rfc5802.given;
  const [one, other] = [scram('SCRAM-SHA-1', random), scram('SCRAM-SHA-1', random)];

  expect(one.initialResponse).not.toEqual(other.initialResponse);
});
