import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'opensmtpd/session-limits',
  kind: 'client',
  title: 'a client sends more mails or recipients in one session than OpenSMTPD takes',
  cause:
    'After limit session max-mails (100) mails or max-rcpt (1000) recipients it answers with a temporary failure: the client is to come again.',
  symptoms: {
    log: [
      {
        pattern: /(?:result="|=> )45[12] (?:4\.5\.3 )?(?:\S+ )?.*Too many (?:recipients|messages sent)/,
        specimen:
          'smtpd[53]: 4842dd1772b7c675 smtp failed-command command="RCPT TO:<bob@example.test>" result="451 4.5.3 Administrative prohibition: Too many recipients"',
        strength: 'names',
      },
    ],
    facts: [],
    client: '452 4.5.3 Too many messages sent',
  },
  repair: {
    words: 'Let the client send in portions, or raise the limit.',
    commands: ['grep -n "limit" /etc/mail/smtpd.conf'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://man.openbsd.org/smtpd.conf.5'],
};
