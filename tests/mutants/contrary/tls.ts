import { ScriptedServer } from '../../unit/smtp/scripted-server';
import { selfSigned } from '../../unit/smtp/self-signed';
import { OldTlsServer } from '../old-tls-server';
import { weakCertificate } from '../weak-certificate';
import { answering, type ContraryMutant, ehlo, inTlsAtOnce, mechanisms, outOfOrder } from './contrary-mutant';

/** Servers whose TLS or certificate is wrong (RFC 3207, RFC 9325). */
export const contraryTls: readonly ContraryMutant[] = [
  {
    name: 'a server with an expired certificate for another name, made as in 2005, with a stranger behind it',
    facts: inTlsAtOnce,
    start: () =>
      ScriptedServer.start({
        replies: { RCPT: [outOfOrder] },
        tls: {
          ...weakCertificate,
          cert: `${weakCertificate.cert}\n${selfSigned.cert}`,
          ciphers: 'DEFAULT@SECLEVEL=0',
          minVersion: 'TLSv1',
          SNICallback: (name, done) => done(name.endsWith('.invalid') ? new Error('no such name') : null),
        },
      }),
    noticedBy: [
      { checks: /^tls\/no-tls-1\.0-or-1\.1$/, expected: 'neither TLS 1.0 nor 1.1', saw: 'TLS 1.0, TLS 1.1' },
      { checks: /^tls\/certificate-valid-now$/, expected: 'a certificate of now', saw: /^one from Jan .* 2020/ },
      { checks: /^tls\/certificate-name$/, expected: 'a certificate for mail.example.test', saw: 'CN=other' },
      { checks: /^tls\/certificate-chain-in-order$/, expected: 'a chain', saw: 'out of place: CN=mail' },
      { checks: /^tls\/certificate-key-size$/, expected: 'long enough', saw: 'rsa of 1024 bits' },
      { checks: /^tls\/certificate-signature$/, expected: 'neither MD5 nor SHA-1', saw: 'sha1With' },
      { checks: /^tls\/unknown-name-goes-on$/, expected: 'the handshake goes on', saw: /^(alert|closed|read)/ },
    ],
  },
  {
    name: 'a server whose TLS is of 1996',
    facts: inTlsAtOnce,
    start: () => OldTlsServer.start(),
    noticedBy: [
      { checks: /^tls\/current-version$/, expected: 'TLS 1.2 or 1.3', saw: 'SSL 3.0' },
      { checks: /^tls\/no-ssl-3$/, expected: 'no SSL 3.0', saw: 'SSL 3.0' },
      { checks: /^tls\/no-weak-ciphers$/, expected: 'none of them', saw: 'RC4' },
      { checks: /^tls\/no-anonymous-ciphers$/, expected: 'none of them', saw: 'one of them' },
      { checks: /^tls\/forward-secrecy$/, expected: 'one with (EC)DHE', saw: '0x5' },
      { checks: /^tls\/secure-renegotiation$/, expected: 'the extension renegotiation_info', saw: 'none' },
    ],
  },
  {
    name: 'a server that offers no AUTH within TLS',
    start: answering((line, { inTls }) => {
      if (line === '') return '220 mail.example.test';
      if (/^EHLO/.test(line)) return inTls ? ehlo() : ehlo('STARTTLS', mechanisms);
      if (/^RCPT/.test(line)) return outOfOrder;
      return line === 'STARTTLS' ? { reply: '220 2.0.0 Ready', next: 'tls' } : '250 2.0.0 Ok';
    }),
    noticedBy: [{ checks: /^tls\/auth-in-tls-too$/, expected: '25: PLAIN LOGIN', saw: 'none' }],
  },
];
