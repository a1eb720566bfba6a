import type { Check } from '../check';
import { expectThat } from '../shared/findings';
import { offersOf } from '../shared/offers';
import { postfixAsked } from '../shared/versions-asked';
import { askedOfEach, type TlsQuestion } from './asked-of-each';
import { forwardSecret } from './cipher-suites';
import { tlsRoutes } from './survey';

/** Versions, ciphers and what else is agreed on in the first two messages. */
export function protocols(): readonly Check[] {
  return [...questions.map(askedOfEach), authInTlsToo];
}

const questions: readonly TlsQuestion[] = [
  {
    name: 'current-version',
    title: 'speaks TLS 1.2 or 1.3 on every port that has TLS',
    level: 'must',
    reference: 'RFC 9325 section 3.1.1',
    ask: ({ words, versions }) =>
      expectThat(
        versions.includes('TLS 1.2') || versions.includes('TLS 1.3'),
        `${words}: TLS 1.2 or 1.3`,
        versions.join(', ') || 'no TLS',
      ),
  },
  {
    name: 'no-ssl-3',
    title: 'does not speak SSL 3.0',
    level: 'should',
    reference: 'RFC 7568 section 3; CVE-2014-3566',
    ask: ({ words, versions }) =>
      expectThat(!versions.includes('SSL 3.0'), `${words}: no SSL 3.0`, versions.join(', ')),
  },
  {
    name: 'no-tls-1.0-or-1.1',
    title: 'does not speak TLS 1.0 or 1.1 where users log in',
    level: 'should',
    deviations: [
      {
        mta: 'Postfix',
        seenIn: postfixAsked,
        source: 'postconf(5)',
        configuration: 'howto',
        saw: /TLS 1\.[01]/,
        why: 'the how-to sets no smtpd_tls_protocols, and the default takes TLS 1.0 and what is newer',
      },
    ],
    reference: 'RFC 8996 sections 4 and 5',
    // Between servers any TLS is better than none (RFC 7435).
    ask: ({ role, words, versions }) =>
      role === 'smtp'
        ? undefined
        : expectThat(
            !versions.includes('TLS 1.0') && !versions.includes('TLS 1.1'),
            `${words}: neither TLS 1.0 nor 1.1`,
            versions.join(', '),
          ),
  },
  {
    name: 'no-weak-ciphers',
    title: 'takes no cipher that is broken: none without encryption, none of 40 bits, no RC4, DES or triple DES',
    level: 'should',
    reference: 'RFC 9325 section 4.1; RFC 7465; CVE-2013-2566, CVE-2015-0204, CVE-2016-2183',
    ask: ({ words, weak }) => expectThat(weak.length === 0, `${words}: none of them`, weak.join(', ')),
  },
  {
    name: 'no-anonymous-ciphers',
    title: 'takes no cipher by which it shows no certificate',
    // Postfix does by default, since other servers do not verify certificates either.
    level: 'may',
    reference: 'RFC 9325 section 4.1; Postfix smtpd_tls_exclude_ciphers',
    ask: ({ words, takesAnonymous }) => expectThat(!takesAnonymous, `${words}: none of them`, 'one of them'),
  },
  {
    name: 'forward-secrecy',
    title: 'picks a cipher with forward secrecy for a client of today',
    level: 'should',
    reference: 'RFC 9325 section 4.1',
    ask: ({ words, picked }) =>
      picked === undefined
        ? undefined
        : expectThat(forwardSecret.includes(picked), `${words}: one with (EC)DHE`, `0x${picked.toString(16)}`),
  },
  {
    name: 'secure-renegotiation',
    title: 'says that it renegotiates securely',
    level: 'should',
    reference: 'RFC 5746 section 3.6; CVE-2009-3555',
    ask: ({ words, picked, secureRenegotiation }) =>
      picked === undefined
        ? undefined
        : expectThat(secureRenegotiation, `${words}: the extension renegotiation_info`, 'none'),
  },
  {
    name: 'unknown-name-goes-on',
    title: 'goes on with a client that asks for a name which it has not',
    level: 'should',
    reference: 'RFC 6066 section 3; RFC 7672 section 8.1',
    ask: ({ words, picked, unknownName }) =>
      picked === undefined
        ? undefined
        : expectThat(unknownName === 'the handshake goes on', `${words}: the handshake goes on`, unknownName),
  },
];

const authInTlsToo: Check = {
  id: 'tls/auth-in-tls-too',
  title: 'offers within TLS every mechanism that it offers before',
  level: 'should',
  reference: 'RFC 3207 section 4.2; RFC 4954 section 4',
  rows: [13],
  notApplicable: (facts) =>
    tlsRoutes(facts).some(({ security }) => security === 'starttls') ? undefined : 'no STARTTLS is meant to be offered',
  ask: async (probe) => {
    const offers = await offersOf(probe);
    return offers
      .filter(({ route }) => route.security === 'starttls')
      .map(({ route: { port }, mechanisms }) => {
        const before = offers.find(({ route }) => route.port === port && route.security === 'plain')?.mechanisms ?? [];
        const lost = before.filter((name) => !mechanisms.includes(name));
        return expectThat(
          lost.length === 0,
          `${port}: ${before.join(' ') || 'whatever'}`,
          mechanisms.join(' ') || 'none',
        );
      });
  },
};
