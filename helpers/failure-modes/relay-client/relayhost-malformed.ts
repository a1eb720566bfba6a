import type { FailureMode } from '../../model/failure-mode';
import { programOf } from '../../postfix/log-lines';
import { mailFromInside } from '../shared/client-steps';
import { portNameUnknown } from '../shared/services-file';
import { noticedBy } from './shared/smarthost';

export const mode: FailureMode = {
  id: 'relay-client/relayhost-malformed',
  kind: 'fault',
  title: 'relayhost, or another next hop, is written so that smtp can’t read it',
  cause:
    'A port stands behind a colon, `[smtp.example.test]:587`, and is a number or a name of /etc/services. Without the colon, or with a name that the system does not know (`submissions` on older ones), each smtp ends as soon as it has something to deliver, and master holds it back. Mail stays in the queue. The line shows what it could not read: a transport, content_filter or sender_dependent_relayhost_maps may have it. A name that every system knows, as `submission`, is not found where /etc/services is missing: in smtp’s chroot, or in a small image without netbase.',
  symptoms: {
    log: [
      {
        pattern:
          /^fatal: (?:relayhost parameter setting must not contain multiple values|garbage after "\S+" in server description: |valid hostname or network address required in server description: )/,
        specimen: 'postfix/smtp[604]: fatal: garbage after "]" in server description: [smtp.example.test]587',
        strength: 'names',
        program: programOf('(?:smtp|master|qmgr|trivial-rewrite|smtpd|cleanup)'),
      },
      {
        pattern: /^fatal: (?:bad network port: \S+ for destination: |.* in server description: )/,
        specimen: 'postfix/smtp[9]: fatal: bad network port: 99999 for destination: [smtp.example.com]:99999',
        strength: 'names',
        program: /^\S+\/(?:smtp|lmtp)$/,
        alternative: true,
      },
      {
        // A name that no /etc/services has, or a path where a port should be.
        pattern: /^fatal: unknown service: (?!(?:smtp|lmtp|submissions?|smtps|ssmtp|urd)\/tcp$)\S+\/tcp$/,
        specimen: 'postfix/smtp[643]: fatal: unknown service: /var/run/dspam/dspam.sock/tcp',
        strength: 'names',
        program: /^\S+\/(?:smtp|lmtp)$/,
        alternative: true,
      },
      portNameUnknown,
    ],
    facts: [],
    client: 'Nothing: the mail is taken.',
  },
  repair: {
    words: 'Write host, colon and port; the brackets are around the host alone.',
    commands: [
      'postconf relayhost transport_maps default_transport content_filter sender_dependent_relayhost_maps virtual_transport',
      "postconf -e 'relayhost = [smtp.example.test]:587'",
      'systemctl reload postfix',
      'postqueue -f',
    ],
  },
  reproduction: {
    inject: "postconf -e 'relayhost = [smtp.example.test]587'",
    provoke: [mailFromInside],
    repair: "postconf -e 'relayhost ='",
    toldBy: 'log',
  },
  versions: {},
  noticedBy,
  references: ['https://www.postfix.org/postconf.5.html#relayhost'],
};
