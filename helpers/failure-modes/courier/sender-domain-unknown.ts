import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'courier/sender-domain-unknown',
  kind: 'client',
  title: 'Courier refuses the sender’s domain, or the name in the greeting',
  cause:
    'BOFHCHECKDNS is on unless told otherwise: the sender’s domain needs an MX or an address, and an MX has to be a name. 417 says that DNS did not answer. “Sender rejected” and “is blocked” come of bofh: badfrom, freemail or badmx has the sender or its MX.',
  symptoms: {
    log: [
      {
        pattern:
          /error,relay=.*[45]17[- ](?:Domain does not exist|RFC 1035 violation|DNS lookup (?:failure|on HELO)|Invalid domain|Sender rejected|Mail server at|MX records for)/,
        specimen:
          'courieresmtpd: error,relay=::ffff:198.51.100.7,from=<x@nowhere.invalid>: 517-Domain does not exist: nowhere.invalid.',
        strength: 'names',
      },
    ],
    facts: [],
    client: '517-Domain does not exist',
  },
  repair: {
    words: 'Send as an address that exists.',
    commands: ['host -t MX nowhere.invalid', 'grep -n BOFHCHECKDNS /etc/courier/esmtpd', 'cat /etc/courier/bofh'],
  },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.courier-mta.org/courier.html'],
};
