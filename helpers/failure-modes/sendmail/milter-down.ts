import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'sendmail/milter-down',
  kind: 'fault',
  title: 'Sendmail does not reach a milter, or gets no answer from it that it can use',
  cause:
    'INPUT_MAIL_FILTER names a socket at which nothing listens, that is closed for Sendmail, or in a folder that others may write, which is unsafe to it. Or the milter hangs, ends in the middle, or speaks another version; a timeout is not a wrong socket. With F=T in its line mail is deferred, with F=R refused; else it goes through unseen.',
  symptoms: {
    log: [
      {
        pattern:
          /Milter \([\w.-]+\): (?:error connecting to filter|init failed to open|local socket name \S+ unsafe|timeout before (?:data|result) read|(?:write|read)\([A-Z]\) returned|unable to (?:send|read)|(?:read|write\(\w\)) returned|error creating socket|bad address |invalid port number |Unknown host name |Invalid numeric domain spec |empty or missing socket information)|Milter: initialization failed, |X\S+: (?:local socket name \S+ unsafe|Unknown host name )|milter_sys_read\([\w.-]+\): /,
        specimen:
          'sm-mta[2211]: 6ASA00aa002211: Milter (opendkim): error connecting to filter: Connection refused by /run/opendkim/opendkim.sock',
        strength: 'names',
      },
      {
        pattern: /Milter \([\w.-]+\): to error state/,
        specimen: 'sm-mta[2211]: 6ASA00aa002211: Milter (opendkim): to error state',
        strength: 'accompanies',
      },
      {
        pattern:
          /milter_read\(\S+\): (?:timeout before data read|cmd read returned|socket closed|read size)|Milter read\(\S+\): timeout|milter_data\(\S+\): EOM ACK\/NAK timeout|Milter \(\S+\): (?:timeout|open \S+ failed|unknown (?:port name|socket)|no valid socket protocols|negotiate: (?:version|returned))/,
        specimen: 'sm-mta[2571]: u8F1B2C3002571: milter_read(clamav): timeout before data read, where=eom',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: '451 4.3.2 Please try again later, or 554',
  },
  repair: {
    words: 'Start it, name its socket, and close the socket’s folder for others.',
    commands: [
      'grep -n INPUT_MAIL_FILTER /etc/mail/sendmail.mc',
      'ls -ld /run/opendkim /run/opendkim/opendkim.sock',
      'chmod go-w /run/opendkim; systemctl restart opendkim sendmail',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://github.com/freebsd/freebsd-src/blob/main/contrib/sendmail/cf/README'],
};
