import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'courier/authorities-not-set',
  kind: 'fault',
  title: 'Courier as a client does not trust the next server’s certificate',
  cause:
    'TLS_VERIFYPEER or a security level asks for a proper certificate of the next server. “TLS_TRUSTCERTS not set” says that it names nothing, or what is not there, so that none is trusted. Otherwise the certificate has expired, is of an authority that is not in there, lacks one in between, or has another name than esmtproutes.',
  symptoms: {
    log: [
      {
        pattern:
          /TLS_TRUSTCERTS not set|couriertls: (?!accept).*(?:certificate verify failed|unable to get local issuer)|Server certificate name mismatch/,
        specimen: 'courieresmtp: couriertls: TLS_TRUSTCERTS not set',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken, and waits or comes back.',
  },
  repair: {
    words: 'Name the file of the system’s authorities.',
    commands: [
      'echo TLS_TRUSTCERTS=/etc/ssl/certs >>/etc/courier/courierd',
      'courier restart',
      'openssl s_client -starttls smtp -connect smarthost.example.test:587 -verify_return_error </dev/null',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.courier-mta.org/esmtpd.html'],
};
