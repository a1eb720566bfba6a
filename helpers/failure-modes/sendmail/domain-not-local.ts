import type { FailureMode } from '../../model/failure-mode';
import { clientGets } from '../client/shared/client-words';

export const mode: FailureMode = {
  id: 'sendmail/domain-not-local',
  kind: 'fault',
  title: 'the MX of a domain is this server, and Sendmail does not take it for its own',
  cause:
    'DNS says that mail for the domain comes here, and class w lacks it: Sendmail would hand the mail to itself, and refuses to.',
  symptoms: {
    log: [
      {
        pattern: /SYSERR\(\S+\): \S+ config error: mail loops back to me/,
        specimen:
          'sm-mta[2211]: 6ASA00aa002211: SYSERR(root): mail.example.test. config error: mail loops back to me (MX problem?)',
        strength: 'names',
        program: /^(?:sendmail|sm-mta|sm-msp-queue|sendmail-client|sm-client)$/,
      },
      clientGets(
        /55[34][ -](?:5\.3\.5 )?(?:\S+ )?(?:config error: mail loops back to me|Local configuration error)/,
        '553 5.3.5 mail.example.com. config error: mail loops back to me (MX problem?)',
      ),
    ],
    facts: [],
    client: '553 5.3.5 system config error',
  },
  repair: {
    words: 'Add the domain.',
    commands: ['echo example.test >>/etc/mail/local-host-names', 'systemctl restart sendmail'],
  },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://github.com/freebsd/freebsd-src/blob/main/contrib/sendmail/cf/README'],
};
