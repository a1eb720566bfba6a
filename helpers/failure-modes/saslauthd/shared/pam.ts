import type { LogSign } from '../../../model/failure-mode';
import { fromSaslauthd, refusedByBackEnd } from '../../shared/saslauthd';

export const pamSaidNo = pamSaidNoTo(/[^\]]*/, 'alice');

/** Only with -r is the realm part of the name that saslauthd asks for. */
export const pamSaidNoToBareName = pamSaidNoTo(/[^\]@]*/, 'alice');
export const pamSaidNoToAddress = pamSaidNoTo(/[^\]]*@[^\]]*/, 'alice@example.test');

function pamSaidNoTo(names: RegExp, name: string): LogSign {
  return refusedByBackEnd(
    new RegExp(
      `\\[user=${names.source}\\] \\[service=\\w+\\] \\[realm=[^\\]]*\\] (?:\\[remote=[^\\]]*\\] )?\\[mech=pam\\] \\[reason=PAM auth error\\]$`,
    ),
    `[user=${name}] [service=smtp] [realm=example.test] [mech=pam] [reason=PAM auth error]`,
    'accompanies',
  );
}

export const pamFailed = fromSaslauthd(
  /^DEBUG: auth_pam: pam_authenticate failed: Authentication failure$/,
  'DEBUG: auth_pam: pam_authenticate failed: Authentication failure',
  'suggests',
);

/** A wrong password and an unknown user alike. */
export const kerberosRefuses: LogSign = {
  pattern: /pam_krb5\(\S+\): authentication failure; logname=/,
  specimen: 'saslauthd[9]: pam_krb5(smtp:auth): authentication failure; logname=alice uid=0 euid=0 tty= ruser= rhost=',
  strength: 'suggests',
  alternative: true,
};

/** The services of PAM in brackets that are those of mail; sshd, cron and the like write the same lines. */
export const ofMail = String.raw`\((?:e?smtps?|submission|dovecot|imaps?|pop3?s?|sieve|managesieve|lmtp|cyrus|exim\d?|mail|courier|saslauthd|other)(?:\.\w+)?(?::\w+)?\)`;

/** What is no mail server, and asks PAM as well. */
export const asksForNoMail =
  /^(?!(?:sshd\S*|sudo|su|login|cron|crond|anacron|systemd\S*|gdm\S*|lightdm|sddm\S*|polkit\S*|passwd|runuser|vsftpd|proftpd|pure-ftpd|cockpit\S*|xrdp\S*)$)/i;
