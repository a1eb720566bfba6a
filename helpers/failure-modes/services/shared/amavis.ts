import type { LogSign } from '../../../model/failure-mode';

/** What Amavis answers where it could not do its work with a mail; its own log, or the rest of the line, says what failed. */
export const couldNotProcess: LogSign = {
  pattern: /451 4\.5\.0 Error in processing, id=/,
  specimen:
    'postfix/smtp[9]: 87F043F2BE: to=<bob@example.test>, relay=127.0.0.1[127.0.0.1]:10024, delay=1, delays=0.1/0.02/0.5/0.4, dsn=4.5.0, status=deferred (host 127.0.0.1[127.0.0.1] said: 451 4.5.0 Error in processing, id=27311-09-9, quar+notif FAILED: mail_dispatch: no recognized protocol name: 0 at /usr/sbin/amavisd line 8516. (in reply to end of DATA command))',
  strength: 'suggests',
  alternative: true,
};
