import type { LogSign } from '../../model/failure-mode';

/** clamd goes away while Exim still sends it the mail: it ends, or the mail is larger than it takes. */
export const clamdHangsUpOnExim: LogSign = {
  pattern: /malware acl condition: .*unable to send file body to socket.*(?:Broken pipe|Connection reset)/,
  specimen:
    '2026-11-24 23:49:37 1vNZ2k-000123-AB malware acl condition: clamd /run/clamav/clamd.ctl : unable to send file body to socket (/run/clamav/clamd.ctl): Broken pipe',
  strength: 'suggests',
  alternative: true,
};
