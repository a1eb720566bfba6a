import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/add-on-asks-for-database',
  kind: 'fault',
  title: 'a Home Assistant add-on asks the Supervisor for a service that no add-on gives',
  cause:
    'The add-on takes its database or another service from the Supervisor, and the add-on that gives it is not installed, or not started before. For a mail server it is most often the service mysql, which the MariaDB add-on gives; one that wants MQTT says the same.',
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
    words: 'Install the add-on that gives the service, for a database MariaDB, and start it first.',
    commands: [
      'ha addons   # what is installed, and whether it runs',
      'ha addons info core_mariadb',
      'ha addons start core_mariadb',
    ],
  },
  unreproduced: 'It takes Home Assistant’s Supervisor.',
  versions: {},
  noticedBy: [],
  references: ['https://github.com/erik73/app-mail/issues/73'],
};
