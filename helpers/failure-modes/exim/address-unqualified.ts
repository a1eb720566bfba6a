import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/address-unqualified',
  kind: 'client',
  title: 'a client gives Exim an address without a domain',
  cause:
    'A cron job, a printer or a script sends as root or to alice only. Over SMTP Exim takes that from the hosts of sender_unqualified_hosts and recipient_unqualified_hosts alone, and adds qualify_domain.',
  symptoms: {
    log: [
      {
        pattern: /unqualified (?:sender|recipient|verify) rejected: </,
        specimen: '2026-11-24 23:49:37 unqualified sender rejected: <root> H=client.outside.example [198.51.100.7]',
        strength: 'names',
      },
    ],
    facts: [],
    client: '501 root: sender address must contain a domain',
  },
  repair: {
    words: 'Set a whole address in the client, or name its address in these lists.',
    commands: ['exim -bP sender_unqualified_hosts recipient_unqualified_hosts qualify_domain'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.exim.org/exim-html-current/doc/html/spec_html/ch-main_configuration.html'],
};
