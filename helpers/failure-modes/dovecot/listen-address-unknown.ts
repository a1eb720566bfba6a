import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'dovecot/listen-address-unknown',
  kind: 'fault',
  title: 'Dovecot is to listen at an address that can not be found out, or at one twice',
  cause:
    'listen or an inet_listener names a host that the name service does not know when Dovecot starts, has no address, or two listeners share one port.',
  symptoms: {
    log: [
      {
        pattern: /Can't resolve address \S+: |No IPs for address: |duplicate listener: /,
        specimen:
          "dovecot: master: Error: service(imap-login): Can't resolve address mail.example.test: Name or service not known",
        strength: 'names',
        program: /^(?:dovecot|doveconf)$/,
      },
    ],
    facts: [],
    client: 'Connection refused',
  },
  repair: {
    words: 'Write addresses instead of names, each once.',
    commands: ['doveconf listen', 'doveconf -n service | grep -A5 inet_listener'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://doc.dovecot.org/2.3/configuration_manual/service_configuration/'],
};
