import type { FailureMode } from '../../model/failure-mode';
import { programOf } from '../../postfix/log-lines';

export const mode: FailureMode = {
  id: 'services/amavis-blocks',
  kind: 'client',
  title: 'Amavis keeps a mail back for what it found in it, or since it could not look into it',
  cause:
    'The words behind Blocked say why, those in braces what became of it: discarded, bounced or put into quarantine. BANNED are attachments by name or type, such as .exe, also inside archives. UNCHECKED is what could not be unpacked: it is encrypted or broken, or the program for it is missing. BAD-HEADER is a malformed header, OVERSIZED a mail larger than the recipient may get.',
  symptoms: {
    log: [
      {
        pattern: /\bBlocked (?:BANNED|SPAM(?:MY)?|INFECTED|VIRUS|BAD-HEADER\S*|OVERSIZED|UNCHECKED\S*) /,
        specimen:
          'amavis[12]: (00012-01) Blocked BANNED (application/x-msdownload,.exe,.exe-ms,a.exe) {BouncedInbound,Quarantined}, [203.0.113.7]:41234 <bob@example.org> -> <alice@example.test>, quarantine: banned-x, Queue-ID: 4XyZab1234, mail_id: x, Hits: -, size: 1234, 123 ms',
        strength: 'names',
      },
      {
        pattern:
          /host \S*\[(?:127\.[\d.]+|::1)\](?::\d+)? said: 5\d\d[ -](?:5\.7\.\d )?(?:Message content rejected|Reject), id=/,
        specimen:
          'postfix/smtp[9]: 2437A1A3CC0: to=<alice@example.test>, relay=127.0.0.1[127.0.0.1]:10024, delay=0.4, delays=0.01/0.03/0.3/0.06, dsn=5.7.1, status=bounced (host 127.0.0.1[127.0.0.1] said: 550 5.7.1 Message content rejected, id=03158-01 - BANNED: .exe (in reply to end of DATA command))',
        strength: 'names',
        program: programOf('(?:smtp|lmtp|relay|error)'),
        alternative: true,
      },
    ],
    facts: [],
    client: '554 5.7.0 Reject, id=…; or nothing',
  },
  repair: {
    words: 'Release a mail that was meant; change limits or the list of names for all.',
    commands: [
      'ls -lt /var/lib/amavis/virusmails | head',
      'amavisd-release banned-xxxxxxxxxxxx.gz',
      'grep -rnE "sa_kill_level|banned_filename" /etc/amavis',
    ],
  },
  unreproduced: 'Our images have no Amavis.',
  versions: {},
  noticedBy: [],
  references: ['https://www.ijs.si/software/amavisd/'],
};
