import type { LogSign } from '../../model/failure-mode';

/** Cyrus IMAP, which asks the same Cyrus SASL as smtpd. */
const refused = (reason: string, end: string): LogSign => ({
  pattern: new RegExp(`^badlogin: .*SASL\\(-13\\): ${reason}`),
  specimen: `cyrus/imaps[77]: badlogin: client.outside.example [198.51.100.7] plaintext alice SASL(-13): ${end}`,
  strength: 'suggests',
  alternative: true,
});

export const cyrusRefuses = refused(
  'authentication failure: (?:checkpass failed|Password verification failed)',
  'authentication failure: checkpass failed',
);

export const cyrusKnowsNoUser = refused('user not found: ', 'user not found: Password verification failed');
