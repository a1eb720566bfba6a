import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'relay-client/bind-address-not-here',
  kind: 'fault',
  title: 'smtp is to send from an address that the machine does not have, or that is none',
  cause:
    'smtp_bind_address or smtp_bind_address6, in main.cf or as an option of one transport, names an address that is no longer here after a move, is not up yet, or belongs to the host and not to this container; inet_interfaces with one single address does the same. smtp sends from another address all the same (not with smtp_bind_address_enforce), which SPF may not name. A malformed one, or a host name in its place, ends it.',
  symptoms: {
    log: [
      {
        pattern:
          /^warning: smtp_connect_addr: bind \S+: Cannot assign requested address|^fatal: invalid smtp_bind_address6?: /,
        specimen: 'postfix/smtp[9]: warning: smtp_connect_addr: bind 203.0.113.9: Cannot assign requested address',
        strength: 'names',
      },
      {
        pattern: /^fatal: .*: (?:malformed|bad) \S+_bind_address6? parameter: /,
        specimen:
          'postfix/smtp[9]: fatal: smtp_connect_addr: bad smtp_bind_address parameter: 10.0.0: address not known',
        strength: 'names',
        program: /^\S+\/(?:smtp|lmtp)$/,
        alternative: true,
      },
    ],
    facts: [],
    client: 'The next server sees another address.',
  },
  repair: {
    words: 'Set an address of the machine, or none.',
    commands: ['postconf smtp_bind_address smtp_bind_address6; postconf -P | grep bind_address', 'ip -brief address'],
  },
  unreproduced: 'Its lines are those of Postfix’s source; not tried in a container yet.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/postconf.5.html#smtp_bind_address'],
};
