import type { FailureMode } from '../../model/failure-mode';
import { alone } from '../shared/facts';
import { mechListFact, passwordPlugIns, plugInPresent, plugInsAbsent } from '../shared/sasl-mechanisms';
import { noticedBy, saslReadme } from './shared/end-of-smtpd';

export const mode: FailureMode = {
  id: 'no-mechanisms/gssapi-alone',
  kind: 'fault',
  title: 'GSSAPI is the only mechanism: those who have a password can not use it',
  cause:
    'mech_list is not set, and of the plug-ins that take part in a login only that of Kerberos is installed. smtpd ' +
    "lives, so the how-to's repair, to comment mech_list out, seems to have helped; but AUTH offers GSSAPI, and no " +
    'client with a password can log in.',
  symptoms: {
    log: [],
    facts: [
      alone(mechListFact('mech_list is not set', (list) => list.length === 0)),
      plugInsAbsent(passwordPlugIns, 'none of the plug-ins for passwords is there'),
      plugInPresent(['gssapiv2'], 'the plug-in of GSSAPI is there'),
    ],
    client: '`250-AUTH GSSAPI` and no other mechanism.',
  },
  repair: {
    words: 'Install the plug-ins for passwords, and restart Postfix.',
    commands: [
      'yum install cyrus-sasl-plain   # Debian: apt-get install libsasl2-modules',
      'systemctl restart postfix',
    ],
  },
  unreproduced: 'The package of the GSSAPI plug-in is in none of our images.',
  versions: {},
  noticedBy,
  references: [saslReadme],
};
