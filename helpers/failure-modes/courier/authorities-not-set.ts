import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'courier/authorities-not-set',
  kind: 'fault',
  title: 'Courier as a client is to check certificates, and has no authorities',
  cause:
    'TLS_VERIFYPEER or a security level asks for a proper certificate of the next server, and TLS_TRUSTCERTS names nothing, so that none is trusted.',
  symptoms: {
    log: [
      {
        pattern:
          /TLS_TRUSTCERTS not set|couriertls: .*(?:certificate verify failed|unable to get local issuer)|Server certificate name mismatch/,
        specimen: 'courieresmtp: couriertls: TLS_TRUSTCERTS not set',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken, and waits or comes back.',
  },
  repair: {
    words: 'Name the file of the system’s authorities.',
    commands: ['echo TLS_TRUSTCERTS=/etc/ssl/certs >>/etc/courier/courierd', 'courier restart'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.courier-mta.org/esmtpd.html'],
};
