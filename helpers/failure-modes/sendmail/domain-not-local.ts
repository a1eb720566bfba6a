import type { FailureMode } from '../../model/failure-mode';
import { clientGets } from '../client/shared/client-words';
import { localConfigurationError } from './shared/outcomes';

export const mode: FailureMode = {
  id: 'sendmail/domain-not-local',
  kind: 'fault',
  title: 'Sendmail’s mail would come back to itself: the next server has Sendmail’s own name',
  cause:
    'Most often DNS says that mail for the domain comes here, and class w lacks it: Sendmail would hand the mail to itself, and refuses to. With mailer=relay it is SMART_HOST or a mailertable entry that leads here, as where /etc/hosts gives the smarthost’s name 127.0.0.1 or this machine’s address. Otherwise the next server greets with the same host name, as a cloned machine does, or a router leads port 25 back to this one.',
  symptoms: {
    log: [
      {
        pattern: /SYSERR\(\S+\): \S+ config error: mail loops back to me/,
        specimen:
          'sm-mta[2211]: 6ASA00aa002211: SYSERR(root): mail.example.test. config error: mail loops back to me (MX problem?)',
        strength: 'names',
        program: /^(?:sendmail|sm-mta|sm-msp-queue|sendmail-client|sm-client)$/,
      },
      {
        pattern: /SYSERR\(\S+\): MX list for \S+ points back to /,
        specimen:
          'sm-mta[2211]: 6ASA00aa002211: SYSERR(root): MX list for example.test. points back to mail.example.test',
        strength: 'names',
        program: /^(?:sendmail|sm-\w+)$/,
        alternative: true,
      },
      localConfigurationError,
      clientGets(
        /55[34][ -](?:5\.3\.5 )?(?:\S+ )?config error: mail loops back to me/,
        '553 5.3.5 mail.example.com. config error: mail loops back to me (MX problem?)',
      ),
    ],
    facts: [],
    client: '553 5.3.5 system config error',
  },
  repair: {
    words:
      'Add the domain; or correct SMART_HOST or what its name leads to; or give the other machine a name of its own.',
    commands: [
      'hostname -f; dig +short MX example.test',
      'grep "^DS" /etc/mail/sendmail.cf; getent ahosts smtp.example.test   # SMART_HOST, and whether it is this machine',
      'echo example.test >>/etc/mail/local-host-names',
      'systemctl restart sendmail',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://github.com/freebsd/freebsd-src/blob/main/contrib/sendmail/cf/README'],
};
