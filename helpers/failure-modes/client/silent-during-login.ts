import type { FailureMode } from '../../model/failure-mode';
import { endedAfterAuth } from '../shared/log-signs';

export const mode: FailureMode = {
  id: 'client/silent-during-login',
  kind: 'noise',
  title: 'a client falls silent while it logs in',
  cause:
    'The client said AUTH and then nothing more, until smtpd_timeout was over: a program that hangs, a connection ' +
    'that broke without a word, or a scanner.',
  symptoms: {
    log: [endedAfterAuth('timeout')],
    facts: [],
    client: '421 4.4.2 mail.example.test Error: timeout exceeded',
  },
  repair: { words: 'Nothing.', commands: [] },
  reproduction: {
    inject: 'postconf -e smtpd_timeout=1s',
    provoke: [
      {
        kind: 'run',
        script: `exec 3<>/dev/tcp/127.0.0.1/587
read -r -t 4 greeting <&3
printf 'EHLO client.outside.example\\r\\n' >&3
while IFS= read -r -t 4 line <&3; do case "$line" in '250 '*) break ;; esac; done
printf 'AUTH LOGIN\\r\\n' >&3
timeout 4 cat <&3 >/dev/null || true
exec 3>&-`,
      },
    ],
    repair: 'postconf -X smtpd_timeout',
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/postconf.5.html#smtpd_timeout'],
};
