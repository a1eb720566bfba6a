import type { FailureMode } from '../../model/failure-mode';
import { refusesToRelay } from './shared/relaying';

export const mode: FailureMode = {
  id: 'exim/smarthost-wants-login',
  kind: 'fault',
  title: 'Exim hands mail to its smarthost without logging in',
  cause:
    'The smarthost relays only with a login, and Exim has none: the file of its passwords has no entry for the name of the ' +
    'smarthost as its address resolves back, which may be another one than it is called by; or TLS, without which Exim ' +
    'gives no password, is off; or the two share no mechanism; or the login failed, as a line before says. A router of its ' +
    'own may send some mail, such as answers without a sender, without a login. Mail bounces.',
  symptoms: {
    log: [
      {
        pattern:
          /(?:\*\*|==) (?!.* R=\w*(?:dns_?lookup|lookup_?host)).*SMTP error from remote mail server after .*: (?:530[- ](?!.*(?:STARTTLS|From\/Sender name))|5\d\d[- ].*(?:[Aa]uthentication (?:is )?(?:[Rr]equired|needed)|authorization required|without authori[sz]ation)|(?<= R=\w*(?:smart|relay_?host|smtp_?relay|provider).*)5\d\d[- ].*[Rr]elay(?:ing)? (?:access )?(?:not permitted|denied))/,
        specimen:
          '2026-11-24 23:49:37 1vNZ2k-000123-AB ** bob@elsewhere.example R=smarthost T=remote_smtp_smarthost H=smarthost.example.test [192.0.2.30]: SMTP error from remote mail server after pipelined MAIL FROM:<alice@example.test> SIZE=1410: 530 5.7.0 Authentication required',
        strength: 'names',
      },
      {
        // Or it does not like the sender, or was not to get this mail at all.
        pattern:
          /(?:\*\*|==) .*SMTP error from remote mail server after .*: 5\d\d[- ](?:5\.\d\.\d )?(?:relaying mail to \S+ is not allowed|[Uu]nable to relay)/,
        specimen:
          '2026-11-24 23:49:37 1vNZ2k-000123-AB ** bob@elsewhere.example R=smarthost T=remote_smtp_smarthost: SMTP error from remote mail server after RCPT TO:<bob@elsewhere.example>: host smarthost.example.test [192.0.2.30]: 550 relaying mail to elsewhere.example is not allowed',
        strength: 'suggests',
        alternative: true,
      },
      refusesToRelay,
      {
        pattern: /authentication required but not attempted/,
        specimen:
          '2026-11-24 23:49:37 1vNZ2k-000123-AB == bob@example.com R=smarthost T=remote_smtp_smarthost defer (-42) H=smtp.example.com [192.0.2.1]: authentication required but not attempted',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken, and comes back later.',
  },
  repair: {
    words: 'Give the passwords the name under which the smarthost’s address is found, or * for any.',
    commands: [
      'host smarthost.example.test; host 192.0.2.30   # the second name is the one that counts',
      "echo '*.example.test:alice:secret' >>/etc/exim4/passwd.client; chown root:Debian-exim /etc/exim4/passwd.client",
      'update-exim4.conf; exim -qff',
    ],
  },
  unreproduced: 'Its lines are those of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: [
    'https://wiki.debian.org/Exim4Gmail',
    'https://github.com/imthenachoman/How-To-Secure-A-Linux-Server/issues/42',
    'https://github.com/imthenachoman/How-To-Secure-A-Linux-Server/issues/107',
    'https://github.com/hestiacp/hestiacp/issues/4852',
    'https://github.com/namshi/docker-smtp/issues/37',
  ],
};
