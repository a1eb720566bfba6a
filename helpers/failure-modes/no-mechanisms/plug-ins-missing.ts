import type { FailureMode } from '../../model/failure-mode';
import { closedBeforeGreeting } from '../client/shared/session-notes';
import { mailOfUser } from '../shared/client-steps';
import {
  all,
  allFiltered,
  droppedWithoutGreeting,
  hasPlugIn,
  mechList,
  not,
  passwordPlugIns,
  plugInOf,
  plugInPresent,
} from '../shared/sasl-mechanisms';
import { emptyList, noticedBy, saslReadme } from './shared/end-of-smtpd';
import { putPlugInsBack, takePlugInsAway } from './shared/plug-ins';

export const mode: FailureMode = {
  id: 'no-mechanisms/plug-ins-missing',
  kind: 'fault',
  common: true,
  title: 'mech_list names mechanisms whose plug-ins are not installed',
  cause:
    'Cyrus SASL finds no plug-in for any name in mech_list, so its list of mechanisms is empty, and smtpd ends before ' +
    'it greets anybody. On CentOS 7 `cyrus-sasl` alone brings saslauthd but no mechanism: PLAIN and LOGIN are in ' +
    '`cyrus-sasl-plain`, CRAM-MD5 and DIGEST-MD5 in `cyrus-sasl-md5`; on Debian they are in `libsasl2-modules`.',
  symptoms: {
    log: [
      ...emptyList,
      { ...allFiltered, alternative: true },
      {
        pattern: /SASL Internal Error -4 in \S*server\.c/,
        specimen: 'SASL Internal Error -4 in ../../lib/server.c near line 1762',
        strength: 'suggests',
        alternative: true,
      },
      closedBeforeGreeting,
    ],
    facts: [
      {
        words: 'mech_list has names of mechanisms, and none of their plug-ins is there',
        look: 'grep ^mech_list /etc/sasl2/smtpd.conf; ls /usr/lib64/sasl2',
        holds: (facts) => {
          const named = mechList(facts)?.flatMap((word) => plugInOf(word) ?? []);
          if (!named) return undefined;
          if (named.length === 0) return false;
          return all(named.map((plugIn) => (plugIn === 'built in' ? false : not(hasPlugIn(facts, plugIn)))));
        },
      },
      plugInPresent(['anonymous', 'sasldb', ...passwordPlugIns], 'there are other plug-ins'),
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
    inject: `${takePlugInsAway}
printf 'pwcheck_method: auxprop\\nmech_list: plain login\\n' >/etc/sasl2/smtpd.conf`,
    provoke: [mailOfUser],
    repair: putPlugInsBack,
    toldBy: 'log and facts',
  },
  versions: {},
  noticedBy,
  references: [
    'https://github.com/shamil/docker-postfix-relay/issues/2',
    'https://github.com/bokysan/docker-postfix/issues/12',
    saslReadme,
  ],
};
