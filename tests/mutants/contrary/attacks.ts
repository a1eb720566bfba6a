import { scryptSync } from 'node:crypto';
import { CertificateAuthority } from '../../../helpers/world/certificate-authority';
import { selfSigned } from '../../unit/smtp/self-signed';
import { ContraryServer } from '../contrary-server';
import {
  answering,
  type ContraryMutant,
  ehlo,
  isAboutNobody,
  mechanisms,
  outOfOrder,
  plainOn25,
  refusing,
  saidIn,
} from './contrary-mutant';

/** Servers that can be guessed at, that tell who has an account, or take what was never said. */
export const contraryAttacks: readonly ContraryMutant[] = [
  {
    name: 'a server that hashes passwords of those users alone whom it has',
    facts: { starttls: [], furthest: 'arrival' },
    start: answering(
      refusing((line) => {
        if (!isAboutNobody(line.split(' ').at(-1) ?? '')) scryptSync('a password', 'salt', 64);
      }),
    ),
    noticedBy: [
      {
        checks: /^attacks\/time-tells-no-users$/,
        expected: 'no difference in time between known and unknown users',
        saw: /^\d+\.\d ms against \d+\.\d ms/,
      },
    ],
  },
  {
    name: 'a server that lets passwords be guessed for ever',
    facts: { starttls: [], furthest: 'arrival' },
    start: answering(refusing(() => {})),
    noticedBy: [
      {
        checks: /^attacks\/guessing-is-limited(-by-address)?$/,
        expected: 'a limit to 12 guesses',
        saw: '12 answers of 535',
      },
    ],
  },
  {
    name: 'a server that locks out the user at whose password was guessed',
    facts: { starttls: [], furthest: 'arrival' },
    start: () => {
      let guesses = 0;
      const usual = refusing(
        () => {
          guesses++;
        },
        (line) => saidIn(line).endsWith('\0bob\0correct-horse-bob'),
      );
      return ContraryServer.start((line, said) =>
        /^AUTH/.test(line) && guesses > 5 ? '535 5.7.8 Locked' : usual(line, said),
      );
    },
    noticedBy: [
      {
        checks: /^attacks\/guessing-locks-nobody-out$/,
        expected: 'AUTH PLAIN after them, from elsewhere: 235',
        saw: '535 5.7.8 Locked',
      },
    ],
  },
  {
    name: 'a server that tells for ever who has an account',
    thorough: true,
    facts: { starttls: [], furthest: 'arrival' },
    start: answering((line, { lines }) => {
      if (line === '' && lines.length === 0) return '220 mail.example.test';
      if (/^EHLO/.test(line)) return ehlo();
      if (!/^RCPT/.test(line)) return '250 2.0.0 Ok';
      if (!lines.some((one) => /^MAIL/.test(one))) return outOfOrder;
      return /alice@/.test(line) ? '250 2.1.5 Ok' : '550 5.1.1 No such user';
    }),
    noticedBy: [
      { checks: /^attacks\/asking-for-users-is-limited$/, expected: 'a limit to 12 names', saw: '12 refusals' },
    ],
  },
  {
    name: 'a server that lets in by EXTERNAL whoever asks for it',
    facts: { logins: [{ ...plainOn25, security: 'starttls' }] },
    authority: {
      root: selfSigned.cert,
      forUser: (name) => new CertificateAuthority().forUser(name),
      forgedFor: (name) => new CertificateAuthority().forUser(name),
    },
    start: answering((line, { lines, inTls }) => {
      if (line === '') return '220 mail.example.test';
      if (/^EHLO/.test(line)) return inTls ? ehlo('AUTH EXTERNAL') : ehlo('STARTTLS');
      if (/^AUTH/.test(line)) return '235 2.7.0 Welcome';
      if (/^RCPT/.test(line) && !lines.some((one) => /^MAIL/.test(one))) return outOfOrder;
      return line === 'STARTTLS' ? { reply: '220 2.0.0 Ready', next: 'tls' } : '250 2.0.0 Ok';
    }),
    noticedBy: [
      {
        checks: /^mechanisms\/external$/,
        expected: 'AUTH EXTERNAL by a certificate of another authority: a refusal',
        saw: '235 ',
      },
    ],
  },
  {
    name: 'a server that relays whatever it is told',
    facts: { ports: [{ port: 25, role: 'smtp' }], starttls: [], logins: [], furthest: 'arrival' },
    noticedBy: [{ checks: /^open-relay\/shape-/, expected: 'nothing reaches the sink', saw: 'a message to ' }],
  },
  {
    name: 'a server that obeys within TLS what was said in clear',
    facts: {
      ports: [
        { port: 25, role: 'smtp' },
        { port: 587, role: 'submission' },
      ],
      starttls: [25, 587],
    },
    start: answering((line, { inTls }) => {
      if (line === '') return inTls ? '' : '220 mail.example.test';
      if (/^EHLO/.test(line)) return ehlo('STARTTLS');
      if (line === 'STARTTLS') return { reply: '220 2.0.0 Ready', next: 'tls, obeying' };
      return /^(NOOP|QUIT)/.test(line) ? '250 2.0.0 Ok' : '500 5.5.1 No';
    }),
    noticedBy: [
      { checks: /^attacks\/starttls-injection-on-/, expected: 'the first reply within TLS: that to EHLO', saw: '500 ' },
    ],
  },
  {
    name: 'a server to which anything ends a line, and NULs are nothing',
    facts: { configuration: 'own', furthest: 'handed over', starttls: [] },
    start: answering((line, { lines }) => {
      if (line === '' && lines.length === 0) return '220 mail.example.test';
      const bare = (text: string) => text.replaceAll('\0', '');
      const inMessage = lines.lastIndexOf('DATA') > lines.findLastIndex((one) => bare(one) === '.');
      if (inMessage) return bare(line) === '.' ? '250 2.0.0 Queued' : '';
      if (/^EHLO/.test(line)) return ehlo(mechanisms);
      if (/^AUTH/.test(line)) return '235 2.7.0 Welcome';
      if (line === 'QUIT') return '221 2.0.0 Bye';
      if (/^RCPT/.test(line) && !lines.some((one) => /^MAIL/.test(one))) return outOfOrder;
      return line === 'DATA' ? '354 Go ahead' : '250 2.0.0 Ok';
    }, /\r\n|\n|\r/),
    noticedBy: [
      {
        checks: /^attacks\/end-of-data-(?!in-pieces|of-trusted-client)/,
        expected: 'one reply to what is one message',
        saw: /^[2-9]: 250 /,
      },
      {
        checks: /^attacks\/end-of-data-(in-pieces|of-trusted-client)$/,
        expected: 'CR . CR: one reply to what is one message',
        saw: /^CR \. CR: [2-9]: 250 /,
      },
    ],
  },
  {
    name: 'a server to which names are patterns, and passwords parts of a query',
    facts: { starttls: [], furthest: 'arrival' },
    start: answering(
      refusing(
        () => {},
        (line) => /^[^\0]*\0(bob|bo[%*_?]|bob' or .*)\0correct-horse-bob$|' or '1'='1$/.test(saidIn(line)),
      ),
    ),
    noticedBy: [
      { checks: /^attacks\/names-are-no-patterns$/, expected: 'AUTH PLAIN as bo%: a refusal', saw: '235 ' },
      {
        checks: /^attacks\/names-are-no-patterns$/,
        expected: `AUTH PLAIN with the password "x' or '1'='1": a refusal`,
        saw: '235 ',
      },
    ],
  },
  {
    name: 'a server in which the next login finds what one that failed has left',
    facts: { starttls: [] },
    start: () => {
      // Of each mechanism the first exchange is the right one, and the second one is not.
      const exchanges = new Map<string, number>();
      return ContraryServer.start((line, { lines }) => {
        if (line === '' && lines.length === 0) return '220 mail.example.test';
        if (/^EHLO/.test(line)) return ehlo(mechanisms);
        if (/^RCPT/.test(line)) return outOfOrder;
        const [, name] = /^AUTH (\S+-MD5)$/.exec(line) ?? [];
        if (name !== undefined) {
          exchanges.set(name, (exchanges.get(name) ?? 0) + 1);
          return `334 ${Buffer.from('realm="x",nonce="n",qop="auth"').toString('base64')}`;
        }
        const [, last] = /^AUTH (\S+-MD5)$/.exec(lines.at(-1) ?? '') ?? [];
        if (last === undefined) return '250 2.0.0 Ok';
        return exchanges.get(last) === 2 ? '535 5.7.8 Wrong' : '235 2.7.0 Welcome';
      });
    },
    noticedBy: [
      {
        checks: /^attacks\/failed-\S+-leaves-nothing$/,
        expected: 'with the right answer to the first challenge: a refusal',
        saw: '235 ',
      },
    ],
  },
  {
    name: 'a server that says who has an account',
    facts: { starttls: [] },
    start: () => {
      // The first login by each mechanism is the right one.
      const welcomed = new Set<string>();
      return ContraryServer.start((line, { lines }) => {
        if (line === '' && lines.length === 0) return '220 mail.example.test';
        if (/^EHLO/.test(line)) return ehlo(mechanisms);
        if (/^RCPT/.test(line)) return outOfOrder;
        if (/^(VRFY|EXPN)/.test(line)) return line.includes('nobody-of') ? '550 5.1.1 No such user' : '252 2.0.0 Ok';
        if (/^(NOOP|RSET|QUIT)/.test(line)) return '250 2.0.0 Ok';
        const [, name = ''] = /^AUTH (\S+)/.exec([...lines, line].findLast((one) => /^AUTH/.test(one)) ?? '') ?? [];
        const isUnknown = [...lines.slice(-1), line].some((one) => isAboutNobody(one.split(' ').at(-1) ?? ''));
        if (line === 'AUTH LOGIN') return '334 VXNlcm5hbWU6';
        if (lines.at(-1) === 'AUTH LOGIN') return '334 UGFzc3dvcmQ6';
        if (/^AUTH SCRAM/.test(line) && !isUnknown) return '334 cj14';
        if (/^AUTH \S+-MD5/.test(line))
          return `334 ${Buffer.from('realm="x",nonce="n",qop="auth"').toString('base64')}`;
        if (!isUnknown && !welcomed.has(name)) return welcomed.add(name) && '235 2.7.0 Welcome';
        return isUnknown ? '535 5.7.8 No such user' : '535 5.7.8 Wrong password';
      });
    },
    noticedBy: [
      {
        checks: /^attacks\/(plain|login|(cram|digest)-md5)-tells-no-users$/,
        expected: 'the answer to an unknown user: 535 5.7.8 Wrong password',
        saw: '535 5.7.8 No such user',
      },
      { checks: /^attacks\/scram-tells-no-users$/, expected: 'a challenge for an unknown user', saw: '535 ' },
      { checks: /^attacks\/vrfy-tells-no-users$/, expected: 'VRFY of nobody as of a user', saw: '550 ' },
    ],
  },
];
