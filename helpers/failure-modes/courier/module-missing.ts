import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'courier/module-missing',
  kind: 'fault',
  title: 'a module of Courier can not be loaded',
  cause:
    'A name in the list of modules is unknown, its configuration is missing, or the backup relay’s driver is not there.',
  symptoms: {
    log: [
      {
        pattern:
          /BACKUP RELAY DRIVER NOT FOUND|Transport module installation has FAILED|rw_install\(\) failed|: \S* - not a valid module/,
        specimen: 'courierd: BACKUP RELAY DRIVER NOT FOUND: esmtp',
        strength: 'names',
        program: /^(?:courier|submit)/,
      },
    ],
    facts: [],
    client: 'Connection refused',
  },
  repair: {
    words: 'Install what is named; correct the list.',
    commands: ['ls /etc/courier/module.* /usr/lib/courier/courier/modules'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.courier-mta.org/courier.html'],
};
