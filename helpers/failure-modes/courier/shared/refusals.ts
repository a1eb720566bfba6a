import type { LogSign } from '../../../model/failure-mode';

/** Courier can’t tell where the recipient’s mailbox is: nobody has it, or authdaemond could not be asked. */
export const addressUnavailable: LogSign = {
  pattern: /error,relay=.*: 556 Address unavailable/,
  specimen: 'courieresmtpd: error,relay=::1,from=<alice@example.com>,to=<bob@example.test>: 556 Address unavailable.',
  strength: 'suggests',
  alternative: true,
};
