import type { FailureMode } from '../../model/failure-mode';
import { mailOfUser } from '../shared/client-steps';
import { throttled } from '../shared/log-signs';

export const mode: FailureMode = {
  id: 'permissions/parameter-malformed',
  kind: 'fault',

  title: 'a parameter has a value of the wrong kind',
  cause:
    'yes and no, numbers and times are read strictly: a comma, a comment behind the value, a quote, or nothing at all stops every program that uses the parameter. smtpd then ends before it greets.',
  symptoms: {
    log: [
      {
        pattern:
          /^fatal: (?:file \S+: parameter \S+: (?:missing value|bad )|(?:\S+: )?(?:bad numerical|bad boolean|bad string length|bad numeric|bad time|bad size)|bad parameter value: |parameter \S+: bad time value or unit: |invalid \S+ parameter value \S+ [<>] |invalid \S+: \d+ \((?:min|max) |(?:\w+: )?unknown (?:\S+ value )"|unknown \S+ bit in mask|bad protocol stage: |unsupported \S+ value: |bad \S+ value: |invalid (?:macro name|parameter setting)|SASL: bad)/,
        specimen: 'postfix/smtpd[9]: fatal: bad boolean configuration: smtpd_sasl_auth_enable = yes,',
        strength: 'names',
      },
      throttled,
      {
        pattern:
          /^fatal: (?:file \S+\/master\.cf: service \S+: unknown macro name: |bad DNSBL (?:filter syntax|domain name|weight factor)|empty nexthop hostname)/,
        specimen: 'postfix/pipe[9]: fatal: file /etc/postfix/master.cf: service dovecot: unknown macro name: "foo"',
        strength: 'names',
        alternative: true,
      },
      {
        pattern:
          /^fatal: do not specify relative pathname: \w+ = |parameter \w+: null transport is not allowed|^warning: non-default tls_config_file = \S+ is not an absolute pathname/,
        specimen: 'postfix/virtual[9]: fatal: do not specify relative pathname: virtual_mailbox_base = var/mail/vhosts',
        strength: 'names',
        alternative: true,
      },
      {
        pattern:
          /^fatal: \w+: no pattern after '!'|^fatal: (?:\S+ and \S+ parameter settings must not be identical|(?!relayhost )\S+ parameter setting must not contain multiple values|file \S+: parameter \S+: unrecognized value)/,
        specimen: "postfix/smtpd[9]: fatal: mynetworks: no pattern after '!'",
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'Silence for up to a minute, then the connection closes.',
  },
  repair: {
    words: 'Write the plain value; comments stand on lines of their own.',
    commands: ['postconf -n', 'postconf -e smtpd_sasl_auth_enable=yes', 'systemctl reload postfix'],
  },
  reproduction: {
    inject: 'postconf -e smtpd_client_connection_count_limit=abc',
    provoke: [mailOfUser],
    repair: 'postconf -X smtpd_client_connection_count_limit',
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/postconf.5.html'],
};
