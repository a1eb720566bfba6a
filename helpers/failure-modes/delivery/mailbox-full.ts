import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'delivery/mailbox-full',
  kind: 'client',
  title: 'a user’s mailbox is full',
  cause:
    'The quota of the user, or that of the disk, is used up. Mail is refused at once where a policy service asks Dovecot, else it comes back after it was taken. Where another server has said it, the mailbox is there.',
  symptoms: {
    log: [
      {
        // A sender’s quota is none of a mailbox: that of a policy service (iRedAPD, cluebringer), or of an account at the next server.
        pattern:
          /^(?!.*(?:(?:Sender address|Client host) rejected|olicy [Rr]ejection|Quota exceeded \((?:size of|number of|accumulated)|in reply to (?:MAIL FROM|AUTH)\b)).*(?:said: |reject: RCPT from .*: |Command output: .*)(?!.*(?:[Ss]ending|[Dd]aily|[Hh]ourly|[Mm]onthly|\b[Pp]lan\b|[Ee]mail quota|[Mm]essage quota|[Cc]ount quota|[Cc]onnection|[Oo]utgoing|[Bb]andwidth|[Rr]ate)).*(?:Quota exceeded \(mailbox for user is full\)|[Mm]ailbox (?:is )?full|[Oo]ver quota|[Qq]uota exceeded|out of storage space)|maildir (?:is over quota|delivery failed: .*quota)/,
        specimen:
          'postfix/lmtp[238]: 87F043F2BE: to=<alice@example.test>, relay=mail.example.test[private/dovecot-lmtp], delay=0.1, delays=0.02/0/0.01/0.02, dsn=5.2.2, status=bounced (host mail.example.test[private/dovecot-lmtp] said: 552 5.2.2 <alice@example.test> Quota exceeded (mailbox for user is full) (in reply to end of DATA command))',
        strength: 'names',
        program: /^\S+\/(?:lmtp|pipe|virtual|local|smtpd|smtp)$/,
      },
      {
        pattern:
          /(?:save failed to (?:open mailbox )?\S+|failed to store into mailbox \S+|saving failed to \S+): (?:Quota exceeded|.*[Qq]uota exceeded)/,
        specimen:
          'dovecot: lmtp(alice@example.test)<1><x>: Info: msgid=<1@outside.example>: save failed to INBOX: Quota exceeded (mailbox for user is full)',
        strength: 'names',
        alternative: true,
      },
      {
        // procmail; Cyrus IMAP.
        pattern: /(?:\bprocmail(?:\[\d+\])?: |^)Quota exceeded while writing |^verify_user\([^)]*\) failed: Over quota/,
        specimen: 'procmail[77]: Quota exceeded while writing "/home/alice/Maildir/tmp/1635844454.19097_0.mail"',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: '552 5.2.2 <alice@example.test>: Quota exceeded (mailbox for user is full)',
  },
  repair: {
    words: 'The user makes room, or gets more.',
    commands: ['doveadm quota get -u alice@example.test', 'doveadm quota recalc -u alice@example.test'],
  },
  unreproduced: 'Our images have no quota.',
  versions: {},
  noticedBy: [],
  references: ['https://doc.dovecot.org/2.3/configuration_manual/quota/', 'RFC 3463 section 3.3'],
};
