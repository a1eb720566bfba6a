import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'opensmtpd/message-too-big',
  kind: 'client',
  title: 'a mail is larger than OpenSMTPD takes, or than the next server does',
  cause:
    'max-message-size is 35 MB unless it is set; attachments grow by a third on their way. As a client OpenSMTPD reads the next server’s SIZE and does not even try what is larger.',
  symptoms: {
    log: [
      {
        pattern: /^(?!.*rejected (?:MAIL )?[Ff](?:ROM|rom)).*\b55\d .*message too big|message too large for peer/,
        specimen:
          'smtpd[53]: 4842dd1772b7c675 smtp failed-command command="MAIL FROM:<alice@example.test> SIZE=99999999" result="552 5.3.4 Message too big for system: Transaction failed, message too big"',
        strength: 'names',
        program: /smtpd/,
      },
    ],
    facts: [],
    client: '554 5.3.4 Transaction failed, message too big',
  },
  repair: {
    words: 'Send less, or raise max-message-size on the server.',
    commands: ['grep -n max-message-size /etc/mail/smtpd.conf'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://man.openbsd.org/smtpd.conf.5', 'RFC 1870'],
};
