import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'sendmail/no-mechanisms',
  kind: 'fault',

  title: 'Sendmail offers no AUTH: SASL can’t be set up, or has no mechanism for it',
  cause:
    'No plug-in for the mechanisms of confAUTH_MECHANISMS and Sendmail.conf’s mech_list is installed, or the options of confAUTH_OPTIONS take all of them away. Where sasl_server_init fails, Sendmail.conf or a plug-in can’t be read.',
  symptoms: {
    log: [
      {
        pattern:
          /AUTH warning: no mechanisms|error: sasl_(?:server_init|server_new|listmech) failed|AUTH: available mech=(?: *|NULL|\(null\)), allowed mech=/,
        specimen: 'sm-mta[53]: AUTH warning: no mechanisms',
        strength: 'names',
      },
      {
        pattern: /sasl_server_init failed!/,
        specimen: 'sm-mta[2571]: NOQUEUE: SYSERR(root): sasl_server_init failed! [generic failure]',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'No AUTH in the answer to EHLO',
  },
  repair: {
    words: 'Install plug-ins, and name mechanisms that are there.',
    commands: [
      'yum install cyrus-sasl-plain   # Debian: apt-get install libsasl2-modules',
      'grep -n "AUTH_MECHANISMS\\|AUTH_OPTIONS" /etc/mail/sendmail.mc',
      'systemctl restart sendmail',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.sendmail.org/~ca/email/auth.html'],
};
