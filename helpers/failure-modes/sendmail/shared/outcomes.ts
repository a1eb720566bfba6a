import type { LogSign } from '../../../model/failure-mode';

/** What any mailer says that ends with EX_CONFIG, and what mail that loops back ends with. */
export const localConfigurationError: LogSign = {
  pattern: /\bstat=Local configuration error/,
  specimen:
    'sm-mta[2211]: 6ASA00aa002211: to=<alice@example.test>, delay=00:00:01, mailer=esmtp, relay=mail.example.test. [192.0.2.10], dsn=5.3.5, stat=Local configuration error',
  strength: 'suggests',
  alternative: true,
};
