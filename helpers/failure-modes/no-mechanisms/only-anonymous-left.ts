import type { FailureMode } from '../../model/failure-mode';
import { mailOfUser } from '../shared/client-steps';
import {
  droppedWithoutGreeting,
  mechListFact,
  passwordPlugIns,
  plugInPresent,
  plugInsAbsent,
} from '../shared/sasl-mechanisms';
import { noticedBy, saslReadme } from './shared/end-of-smtpd';
import { filtered } from './shared/filtered-mechanisms';
import { putPlugInsBack, takePlugInsAway } from './shared/plug-ins';

export const mode: FailureMode = {
  id: 'no-mechanisms/only-anonymous-left',
  kind: 'fault',
  common: true,
  title: 'mech_list is commented out, and no plug-in takes a password: only ANONYMOUS is left',
  cause:
    "This is the how-to's repair on a server that lacks the plug-ins: without mech_list all installed mechanisms count, " +
    'and the SASL library alone has just ANONYMOUS. `noanonymous` takes that away too, and smtpd ends as before. ' +
    'What is missing is a package: `cyrus-sasl-plain` on CentOS, `libsasl2-modules` on Debian.',
  symptoms: {
    log: filtered,
    facts: [
      mechListFact('mech_list is not set', (list) => list.length === 0),
      plugInsAbsent(passwordPlugIns, 'none of the plug-ins for passwords is there'),
      plugInPresent(['anonymous', 'sasldb'], 'the plug-ins of the library itself are there'),
    ],
    client: droppedWithoutGreeting,
  },
  repair: {
    words: 'Install the plug-ins and restart Postfix: a reload does not lift the throttling.',
    commands: [
      'yum install cyrus-sasl-plain   # Debian: apt-get install libsasl2-modules',
      'systemctl restart postfix',
    ],
  },
  reproduction: {
    inject: takePlugInsAway,
    provoke: [mailOfUser],
    repair: putPlugInsBack,
    toldBy: 'log and facts',
  },
  versions: {},
  noticedBy,
  references: [saslReadme],
};
