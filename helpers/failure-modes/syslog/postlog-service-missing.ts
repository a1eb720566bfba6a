import type { FactSign, FailureMode } from '../../model/failure-mode';
import { mailOfUser } from '../shared/client-steps';
import { alone } from '../shared/facts';
import { areAll } from '../shared/service-settings';
import { asUsual, manual, postlogService, toFile, untilItAnswers } from './shared/postlog';

const noPostlog: FactSign = {
  words: 'master.cf has no service postlog',
  look: 'postconf -M | grep ^postlog',
  holds: ({ masterCf }) =>
    masterCf && areAll(masterCf) ? !masterCf.some(({ name }) => name === 'postlog') : undefined,
};

export const mode: FailureMode = {
  id: 'syslog/postlog-service-missing',
  kind: 'fault',
  title: 'maillog_file is set, and master.cf has no service postlog to write it',
  cause:
    'Postfix’s programs send their lines to the service postlog, which writes the file. A master.cf from before 3.4, ' +
    'kept over an upgrade or mounted into a new image, does not have it. postfix start may refuse; where master is ' +
    'started otherwise, mail works and nothing is logged.',
  symptoms: {
    log: [
      {
        // postfix start, since 3.4; other ways to start master pass it by.
        pattern: /^fatal: missing 'postlog' service in master\.cf/,
        specimen:
          "postfix/postfix-script: fatal: missing 'postlog' service in master.cf - run 'postfix upgrade-configuration'",
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [toFile, alone(noPostlog)],
    client: asUsual,
  },
  repair: {
    words: 'Let Postfix bring its configuration up to date, or add the service.',
    commands: ['postfix upgrade-configuration', `postconf -M ${postlogService}`, 'systemctl restart postfix'],
  },
  reproduction: {
    inject: `postconf -e maillog_file=/var/log/maillog-of-postfix
mailctl restart
${untilItAnswers}`,
    provoke: [mailOfUser],
    repair: `postconf -M ${postlogService}
mailctl restart
${untilItAnswers}`,
    restart: false,
    toldBy: 'facts',
  },
  versions: { from: '3.4' },
  noticedBy: [],
  references: [manual],
};
