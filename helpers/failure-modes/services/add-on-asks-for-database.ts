import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/add-on-asks-for-database',
  kind: 'fault',
  title: 'a mail add-on asks Home Assistant for a database, and there is none',
  cause:
    'The add-on takes its database from the Supervisor’s service mysql, which the MariaDB add-on gives: it is not installed, or not started before.',
  symptoms: {
    log: [
      {
        pattern: /Got unexpected response from the API: Service not enabled/,
        specimen: '[20:28:04] ERROR: Got unexpected response from the API: Service not enabled',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'The add-on does not start',
  },
  repair: {
    words: 'Install the MariaDB add-on and start it first.',
    commands: ['ha addons info core_mariadb', 'ha addons start core_mariadb'],
  },
  unreproduced: 'It takes Home Assistant’s Supervisor.',
  versions: {},
  noticedBy: [],
  references: ['https://github.com/erik73/app-mail/issues/73'],
};
