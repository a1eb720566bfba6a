import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'courier/submit-fails',
  kind: 'fault',
  title: 'Courier’s submit does not take a mail, and its sender learns nothing more',
  cause:
    'sendmail and esmtpd hand mail to submit: it ended with an error, may not write the queue, or a setting can not be read. In a copy or on a volume the setuid bits are gone.',
  symptoms: {
    log: [
      {
        pattern:
          /submitclient: (?:EOF from submit|bad response from submit)|sendmail: (?:Unable to submit message|Service temporarily unavailable)|submit terminated with a non-zero exit code|Problems injecting bounce/,
        specimen: 'courieresmtpd: submitclient: EOF from submit.',
        strength: 'names',
        program: /^(?:courier|esmtpd|sendmail|submit)/,
      },
    ],
    facts: [],
    client: '430, or no answer',
  },
  repair: {
    words: 'Call submit by hand, and see its rights.',
    commands: ['ls -l /usr/lib/courier/courier/submit /usr/lib/courier/libexec/courier/submit', 'courier show'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.courier-mta.org/courier.html'],
};
