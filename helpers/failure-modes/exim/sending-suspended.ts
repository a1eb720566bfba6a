import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/sending-suspended',
  kind: 'fault',
  title: 'a control panel has suspended an account, or its outgoing mail',
  cause:
    'An administrator, or a rule against spam, has stopped what the account sends: cPanel writes “Outgoing mail … has been suspended”, or holds it in the queue. Mail for the account is taken as before. Where the words tell only of the account or the domain, and the recipient is at this server, it is the recipient’s account that is suspended.',
  symptoms: {
    log: [
      {
        pattern:
          /(?:rejected|R=\S+ ?:) .*Outgoing mail from "?\S+ has been suspended|R=\S+: (?:This|Your) (?:account|domain) (?:has been|is) (?:suspended|blocked|disabled)/,
        specimen:
          '2026-11-24 23:49:37 1vNZ2k-000123-AB ** bob@elsewhere.example R=check_mail_permissions: Outgoing mail from "alice@example.test" has been suspended.',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'A refusal or a bounce with those words',
  },
  repair: {
    words: 'Find out what was sent, change the password, and lift the suspension.',
    commands: [
      "grep 'A=.*:alice@example.test' /var/log/exim_mainlog | tail",
      'whmapi1 unsuspend_outgoing_email user=alice   # cPanel',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.exim.org/exim-html-current/doc/html/spec_html/ch-access_control_lists.html'],
};
