import type { FactSign, LogSign } from '../../../model/failure-mode';
import { programOf } from '../../../postfix/log-lines';
import { oneIsChrooted } from '../../shared/sasl-files';

export const smtpInside: FactSign = {
  words: 'the service smtp, which delivers, is chrooted in master.cf',
  look: 'postconf -M smtp/unix relay/unix',
  holds: (facts) => oneIsChrooted(facts, ({ command, type }) => command === 'smtp' && type === 'unix'),
};

export const noticedBy = ['no-mechanisms/usable-on-587'] as const;

export const queue = '/var/spool/postfix';

/** The manual page with `postfix set-permissions`. */
export const setPermissions = 'https://www.postfix.org/postfix.1.html';

export const install = 'https://www.postfix.org/INSTALL.html';

/** What clients see when master is gone. */
export const nobodyAnswers = 'Connection refused: master has ended.';

/** A user of the machine hands in a mail; sendmail tries for ever. */
export const localUserMails = {
  kind: 'run',
  script: "su -s /bin/sh alice -c 'echo test | timeout 1 /usr/sbin/sendmail bob' || true",
} as const;

export const maildropClosed: LogSign = {
  pattern: /^warning: mail_queue_enter: create file maildrop\/\S+: Permission denied$/,
  specimen: 'postfix/postdrop[3156]: warning: mail_queue_enter: create file maildrop/878225.3156: Permission denied',
  strength: 'suggests',
  program: programOf('postdrop'),
};
