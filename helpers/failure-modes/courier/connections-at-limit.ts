import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'courier/connections-at-limit',
  kind: 'fault',
  title: 'Courier takes no more connections, from one address or at all',
  cause:
    'MAXDAEMONS limits all connections, MAXPERIP those of one address (4), MAXPERC those of a network. A client with many folders, or everybody behind one router, reaches it.',
  symptoms: {
    log: [
      {
        pattern: /Maximum connection limit reached|\d+ maximum active connections|couriertcpd: .*Too many open/,
        specimen: 'imapd: Maximum connection limit reached for ::ffff:198.51.100.7',
        strength: 'names',
        program: /^(?:courier\w*|esmtpd\S*|imapd\S*|pop3d\S*|submit|couriertcpd)$/,
      },
      {
        pattern: /ALERT: \d+ maximum active connections/,
        specimen: 'couriertcpd: ALERT: 40 maximum active connections.',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'The connection closes at once.',
  },
  repair: {
    words: 'Raise MAXPERIP and MAXDAEMONS of the server that is named.',
    commands: ['grep -E "^MAX(DAEMONS|PERIP|PERC)" /etc/courier/esmtpd /etc/courier/imapd'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.courier-mta.org/esmtpd.html'],
};
