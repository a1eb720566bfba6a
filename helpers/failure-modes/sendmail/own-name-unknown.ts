import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'sendmail/own-name-unknown',
  kind: 'fault',
  title: 'Sendmail can’t find out its own full name',
  cause:
    'The machine’s name has no dot, and neither /etc/hosts nor DNS has a longer one. Sendmail waits a minute as it starts, each time; then it greets with the short name, which other servers refuse.',
  symptoms: {
    log: [
      {
        pattern:
          /My unqualified host name \(\S*\) unknown; sleeping for retry|unable to qualify my own domain name \(\S*\) -- using short name/,
        specimen: 'sm-mta[2211]: My unqualified host name (mail) unknown; sleeping for retry',
        strength: 'names',
      },
      {
        pattern: /local host name \(\S+\) is not qualified|daemon process (?:\$j lost dot|doesn't have \$j in \$=w)/,
        specimen: 'sendmail[2571]: WARNING: local host name (mail) is not qualified; see cf/README: WHO AM I?',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'The start takes a minute or two.',
  },
  repair: {
    words: 'Write the full name first behind the address.',
    commands: ["echo '127.0.1.1 mail.example.test mail' >>/etc/hosts", 'hostname -f'],
  },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://github.com/freebsd/freebsd-src/blob/main/contrib/sendmail/cf/README'],
};
