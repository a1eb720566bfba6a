import type { LogSign } from '../../model/failure-mode';

/** What a client, or a filter before the queue, gets where cleanup could not put the mail into the queue, whatever kept it from that. */
export const queueFileFails: LogSign = {
  pattern: /451 4\.3\.0 (?:Error: )?queue file write error/,
  specimen:
    'postfix/smtpd[12]: proxy-reject: END-OF-MESSAGE: 451 4.3.0 Error: queue file write error; from=<alice@example.test> to=<bob@example.test> proto=ESMTP helo=<client>',
  strength: 'accompanies',
  alternative: true,
  alone: true,
};
