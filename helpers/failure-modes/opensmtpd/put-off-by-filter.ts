import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'opensmtpd/put-off-by-filter',
  kind: 'client',
  title: 'a filter of OpenSMTPD puts a mail off, to be tried again',
  cause:
    'Behind DATA or at the end of a mail the filter answers for smtpd: rspamd greylists who it does not know, or limits how much somebody sends. A real server comes again after some minutes, and is let in.',
  symptoms: {
    log: [
      {
        pattern:
          /smtp failed-command command="(?:DATA|\.)?" result="(?!421 (?:4\.\d\.\d )?Temporary (?:[Ee]rror|failure))4\d\d (?:\d\.\d\.\d+ )?(?:[Tt]ry again later|[Gg]reylist|[Tt]emporar)/,
        specimen: 'smtpd[48048]: b4a942c181a10c63 smtp failed-command command="DATA" result="451 Try again later"',
        strength: 'names',
      },
    ],
    facts: [],
    client: '451 Try again later',
  },
  repair: {
    words: 'Nothing, if it comes again; for users let the filter pass who has logged in.',
    commands: ['journalctl -u rspamd | grep -i "greylist\\|soft reject" | tail', 'rspamadm configdump greylist'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://docs.rspamd.com/modules/greylisting', 'https://man.openbsd.org/smtpd.conf'],
};
