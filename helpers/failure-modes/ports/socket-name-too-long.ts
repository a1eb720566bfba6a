import type { FailureMode } from '../../model/failure-mode';
import { mailOfUser } from '../shared/client-steps';

export const mode: FailureMode = {
  id: 'ports/socket-name-too-long',
  kind: 'fault',
  title: 'the name of a service is too long for its socket',
  cause:
    'Each service of type unix in master.cf has a socket below /var/spool/postfix, and the path of a socket has 108 characters at most. A panel or a script that makes a transport’s name of a login or a host, as long ones of cloud providers, gets over that, and master ends.',
  symptoms: {
    log: [
      {
        pattern: /fatal: unix-domain name too long: /,
        specimen:
          'postfix/master[377]: fatal: unix-domain name too long: private/smtp_Relay_smtp_email_example_com_ocid1_user_oc1_aaaaaaaaq7vd2xkslmwyrhbtgcpnz5e4fjuo6i3atlkxvbq2dwmsyrhnzgpc_1',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'No port answers.',
  },
  repair: {
    words: 'Give the service a short name, in master.cf and where it is used.',
    commands: ["grep -nE '^[^ #]{60,}' /etc/postfix/master.cf", 'postconf -n | grep _transport', 'postfix start'],
  },
  reproduction: {
    inject: `cat >>/etc/postfix/master.cf <<END
$(printf 'a%.0s' $(seq 120)) unix - - n - - smtp
END`,
    provoke: [mailOfUser],
    repair: "sed -i '/^aaaaaaaa/d' /etc/postfix/master.cf",
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/master.5.html'],
};
