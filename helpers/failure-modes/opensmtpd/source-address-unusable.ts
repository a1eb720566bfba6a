import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'opensmtpd/source-address-unusable',
  kind: 'fault',
  title: 'OpenSMTPD has no address of its own from which it could send',
  cause:
    'src names an address or table: it is not there, the machine does not have that address, or it is IPv4 only where the next server has only IPv6.',
  symptoms: {
    log: [
      {
        pattern:
          /Failed to get source address|smtp-out: Address family mismatch on|(?:No|no) usable source address|failed to bind source address/,
        specimen:
          'smtpd[53]: smtp-out: Address family mismatch on [connector:192.0.2.1->[relay:mail.outside.example,port=25,mx],0x0]',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken, and waits or comes back.',
  },
  repair: {
    words: 'Name an address that the machine has, of both families, or leave src out.',
    commands: ['ip -brief address', 'grep -n "src" /etc/mail/smtpd.conf', 'smtpctl show routes'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://man.openbsd.org/smtpd.conf.5'],
};
