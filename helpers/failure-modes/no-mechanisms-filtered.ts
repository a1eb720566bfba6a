import type { FactSign, FailureMode } from '../model/failure-mode';
import { mailOfUser } from './client-steps';
import {
  allFiltered,
  droppedWithoutGreeting,
  mechListFact,
  offerable,
  passwordPlugIns,
  plugInPresent,
  plugInsAbsent,
  securityOption,
} from './sasl-mechanisms';
import { died, parameter, throttled } from './signs';

const manual = 'https://www.postfix.org/postconf.5.html';
const saslReadme = 'https://www.postfix.org/SASL_README.html';
const noticedBy = ['no-mechanisms/usable-on-587'] as const;
const filtered = [allFiltered, died, throttled] as const;

/** What SASL could offer is of this kind. */
function offers(words: string, judge: (names: readonly string[]) => boolean): FactSign {
  return {
    words,
    look: 'grep ^mech_list /etc/sasl2/smtpd.conf; ls /usr/lib64/sasl2',
    holds: (facts) => {
      const names = offerable(facts);
      return names && judge(names);
    },
  };
}

const onlyClearText = offers(
  'besides ANONYMOUS and EXTERNAL, SASL has only PLAIN and LOGIN to offer',
  (names) =>
    names.some((name) => clearText.test(name)) && names.every((name) => clearText.test(name) || bare.test(name)),
);
const clearText = /^(?:PLAIN|LOGIN)$/;
const bare = /^(?:ANONYMOUS|EXTERNAL)$/;

const loginOnlyInTls = parameter('smtpd_tls_auth_only', /^yes$/i, 'smtpd_tls_auth_only is yes', 'no');
const loginBeforeTls: FactSign = {
  ...parameter('smtpd_tls_auth_only', /^(?!yes$)/i, 'smtpd_tls_auth_only is not yes', 'no'),
};

/** `fatal: no SASL authentication mechanisms` because nothing that SASL has to offer passes the options of Postfix. */
export const noMechanismsFiltered: readonly FailureMode[] = [
  {
    id: 'no-mechanisms/only-anonymous-left',
    kind: 'fault',
    title: 'mech_list is commented out, and no plug-in takes a password: only ANONYMOUS is left',
    cause:
      "This is the how-to's repair on a server that lacks the plug-ins: without mech_list all installed mechanisms count, " +
      'and the SASL library alone has just ANONYMOUS. `noanonymous` takes that away too, and smtpd ends as before. ' +
      'What is missing is a package: `cyrus-sasl-plain` on CentOS, `libsasl2-modules` on Debian.',
    symptoms: {
      log: filtered,
      facts: [
        mechListFact('mech_list is not set', (list) => list.length === 0),
        plugInsAbsent(passwordPlugIns, 'none of the plug-ins for passwords is there'),
        plugInPresent(['anonymous', 'sasldb'], 'the plug-ins of the library itself are there'),
      ],
      client: droppedWithoutGreeting,
    },
    repair: {
      words: 'Install the plug-ins and restart Postfix: a reload does not lift the throttling.',
      commands: [
        'yum install cyrus-sasl-plain   # Debian: apt-get install libsasl2-modules',
        'systemctl restart postfix',
      ],
    },
    reproduction: {
      inject: `mkdir -p /root/plug-ins
for name in plain login crammd5 digestmd5 scram; do
  if [ -e /usr/lib64/sasl2/lib$name.so ]; then mv /usr/lib64/sasl2/lib$name.* /root/plug-ins/; fi
done`,
      provoke: [mailOfUser],
      repair: 'mv /root/plug-ins/* /usr/lib64/sasl2/ && rmdir /root/plug-ins',
      toldBy: 'log and facts',
    },
    versions: {},
    noticedBy,
    references: [saslReadme],
  },
  {
    id: 'no-mechanisms/mech-list-external-only',
    kind: 'fault',
    title: 'mech_list names only EXTERNAL or ANONYMOUS',
    cause:
      'EXTERNAL needs an identity that smtpd does not hand to Cyrus SASL, and ANONYMOUS is what `noanonymous` is ' +
      'against. Both are known to SASL, so its list is not empty, but nothing of it remains for a client.',
    symptoms: {
      log: filtered,
      facts: [
        mechListFact('mech_list has only EXTERNAL and ANONYMOUS', (list) => {
          return list.length > 0 && list.every((word) => bare.test(word.toUpperCase()));
        }),
      ],
      client: droppedWithoutGreeting,
    },
    repair: {
      words: 'Name mechanisms that take a password, and restart Postfix.',
      commands: [
        "sed -i 's/^mech_list:.*/mech_list: plain login/' /etc/sasl2/smtpd.conf   # Debian: /etc/postfix/sasl/smtpd.conf",
        'systemctl restart postfix',
      ],
    },
    reproduction: {
      inject: "printf 'pwcheck_method: auxprop\\nmech_list: external\\n' >/etc/sasl2/smtpd.conf",
      provoke: [mailOfUser],
      repair: "sed -i 's/^mech_list:.*/mech_list: plain login/' /etc/sasl2/smtpd.conf",
      toldBy: 'log and facts',
    },
    versions: {},
    noticedBy,
    references: ['https://www.rfc-editor.org/rfc/rfc4422#appendix-A', saslReadme],
  },
  {
    id: 'no-mechanisms/noplaintext-before-tls',
    kind: 'fault',
    title: 'noplaintext forbids PLAIN and LOGIN, and there is nothing else',
    cause:
      '`smtpd_sasl_security_options = noanonymous, noplaintext` forbids on an unencrypted connection what sends the ' +
      'password as it is. With PLAIN and LOGIN as the only mechanisms the list is empty when a client connects, long ' +
      'before STARTTLS, and smtpd ends. The option is meant together with CRAM-MD5 or the like.',
    symptoms: {
      log: filtered,
      facts: [
        securityOption('smtpd_sasl_security_options', ['noplaintext', 'noactive']),
        onlyClearText,
        loginBeforeTls,
      ],
      client: droppedWithoutGreeting,
    },
    repair: {
      words:
        'To keep passwords off unencrypted connections, hide AUTH there with smtpd_tls_auth_only, and let the options of ' +
        'TLS sessions be noanonymous.',
      commands: [
        'postconf -e smtpd_tls_auth_only=yes smtpd_sasl_tls_security_options=noanonymous',
        '# or, to allow clear text before TLS as well: postconf -e smtpd_sasl_security_options=noanonymous',
        'systemctl restart postfix',
      ],
    },
    reproduction: {
      inject: `printf 'pwcheck_method: auxprop\\nmech_list: plain login\\n' >/etc/sasl2/smtpd.conf
postconf -e smtpd_sasl_security_options=noanonymous,noplaintext`,
      provoke: [mailOfUser],
      repair: 'postconf -e smtpd_sasl_security_options=noanonymous',
      toldBy: 'log and facts',
    },
    versions: {},
    noticedBy,
    references: [
      'https://github.com/canonical/ubuntu-server-documentation/pull/48',
      `${manual}#smtpd_sasl_security_options`,
    ],
  },
  {
    id: 'no-mechanisms/noplaintext-in-tls',
    kind: 'fault',
    title: 'noplaintext is in force inside TLS as well, and there is only PLAIN and LOGIN',
    cause:
      'smtpd_sasl_tls_security_options is a copy of smtpd_sasl_security_options unless it is set, so `noplaintext` also ' +
      'rules the sessions in which it serves no purpose. With smtpd_tls_auth_only nothing is wrong until the TLS ' +
      'handshake is over; then smtpd finds its list empty and ends in the middle of the session.',
    symptoms: {
      log: filtered,
      facts: [
        {
          words: 'the options of TLS sessions, set or inherited, have noplaintext',
          look: 'postconf smtpd_sasl_tls_security_options smtpd_sasl_security_options',
          holds: (facts) => {
            if (!facts.mainCf) return undefined;
            const own = facts.mainCf.get('smtpd_sasl_tls_security_options')?.value;
            const inherits = own === undefined || own.includes('$smtpd_sasl_security_options');
            const name = inherits ? 'smtpd_sasl_security_options' : 'smtpd_sasl_tls_security_options';
            return securityOption(name, ['noplaintext', 'noactive']).holds(facts);
          },
        },
        onlyClearText,
        loginOnlyInTls,
      ],
      client:
        'Greeting, EHLO and the TLS handshake succeed; after the handshake the connection closes without a reply.',
    },
    repair: {
      words: 'Give the sessions in TLS options of their own, and restart Postfix.',
      commands: ['postconf -e smtpd_sasl_tls_security_options=noanonymous', 'systemctl restart postfix'],
    },
    reproduction: {
      inject: `printf 'pwcheck_method: auxprop\\nmech_list: plain login\\n' >/etc/sasl2/smtpd.conf
postconf -e smtpd_sasl_security_options=noanonymous,noplaintext smtpd_tls_auth_only=yes`,
      provoke: [{ ...mailOfUser, tls: 'starttls' }],
      repair:
        'postconf -e smtpd_sasl_tls_security_options=noanonymous smtpd_sasl_security_options=noanonymous smtpd_tls_auth_only=no',
      toldBy: 'log and facts',
    },
    versions: {},
    noticedBy: ['authenticated-relay/plain-on-587-after-starttls'],
    references: [`${manual}#smtpd_sasl_tls_security_options`],
  },
  {
    id: 'no-mechanisms/mutual-auth',
    kind: 'fault',
    title: 'mutual_auth is asked for, and no mechanism here proves the server to the client',
    cause:
      '`mutual_auth` leaves only mechanisms in which the server, too, shows that it knows the password: DIGEST-MD5, SCRAM ' +
      'and GSSAPI. Where mech_list or the installed plug-ins have none of them, nothing remains and smtpd ends.',
    symptoms: {
      log: filtered,
      facts: [
        securityOption('smtpd_sasl_security_options', ['mutual_auth']),
        offers('SASL has neither DIGEST-MD5 nor SCRAM nor GSSAPI to offer', (names) => {
          return !names.some((name) => /^(?:DIGEST-MD5|SCRAM-|GSSAPI|GSS-SPNEGO|GS2-)/.test(name));
        }),
      ],
      client: droppedWithoutGreeting,
    },
    repair: {
      words:
        'Take the option away (TLS with a certificate proves the server), or install cyrus-sasl-md5 or cyrus-sasl-scram.',
      commands: ['postconf -e smtpd_sasl_security_options=noanonymous', 'systemctl restart postfix'],
    },
    reproduction: {
      inject: `printf 'pwcheck_method: auxprop\\nmech_list: plain login cram-md5\\n' >/etc/sasl2/smtpd.conf
postconf -e smtpd_sasl_security_options=noanonymous,mutual_auth`,
      provoke: [mailOfUser],
      repair: 'postconf -e smtpd_sasl_security_options=noanonymous',
      toldBy: 'log and facts',
    },
    versions: {},
    noticedBy,
    references: [`${manual}#smtpd_sasl_security_options`],
  },
  {
    id: 'no-mechanisms/options-too-strict',
    kind: 'fault',
    title: 'nodictionary or forward_secrecy is asked for, which no mechanism with a password fulfils',
    cause:
      'The options read like good advice, but every mechanism that starts from a password can be attacked with a ' +
      'dictionary, and none of them has forward secrecy. Without GSSAPI or the like nothing remains, and smtpd ends ' +
      'when the first client connects. Both are properties for TLS to have.',
    symptoms: {
      log: filtered,
      facts: [
        securityOption('smtpd_sasl_security_options', ['nodictionary', 'forward_secrecy']),
        plugInsAbsent(['gssapiv2'], 'the plug-in of GSSAPI is not there'),
      ],
      client: droppedWithoutGreeting,
    },
    repair: {
      words: 'Leave it at noanonymous, and protect the passwords by TLS.',
      commands: ['postconf -e smtpd_sasl_security_options=noanonymous', 'systemctl restart postfix'],
    },
    reproduction: {
      inject: 'postconf -e smtpd_sasl_security_options=noanonymous,nodictionary',
      provoke: [mailOfUser],
      repair: 'postconf -e smtpd_sasl_security_options=noanonymous',
      toldBy: 'log and facts',
    },
    versions: {},
    noticedBy,
    references: [`${manual}#smtpd_sasl_security_options`],
  },
];
