import type { FailureMode } from '../../model/failure-mode';
import { gatewayAddress } from '../shared/gateway-address';
import { perhapsGatewayBanned } from '../shared/gateway-banned';

export const mode: FailureMode = {
  id: 'client/address-banned',
  kind: 'client',
  follows: true,
  title: 'the address of a client is banned, and nothing answers it any more',
  cause:
    'fail2ban, a netfilter of the image or the server itself counts failed logins, and with some filters refused mail too, and shuts the address out for a while: its connections are dropped or refused, whatever the password is. Behind one address may stand a whole office, a webmail server or a proxy; one program with an old password is enough. Where the address is that of a stranger, it is as it should be.',
  symptoms: {
    log: [
      {
        pattern: new RegExp(
          // The gateway of a network, with everybody behind it, is another matter.
          'NOTICE +\\[(?:postfix|dovecot|exim|sasl|sendmail|courier|mail|smtp|submission|haraka)[^\\]]*\\] (?:Restore )?Ban (?!' +
            gatewayAddress +
            ')' +
            '|CRIT: Banning (?!' +
            gatewayAddress +
            ')\\S+ for \\d+ minutes|\\(security\\.(?:authentication-ban|ip-blocked)\\)',
        ),
        specimen: '2024-11-29 10:00:00,123 fail2ban.actions [12]: NOTICE  [postfix-sasl] Ban 203.0.113.9',
        strength: 'names',
      },
      perhapsGatewayBanned,
    ],
    facts: [],
    client: 'Connection refused, or no answer at all',
  },
  repair: {
    words:
      'Find the program with the wrong password in the log before the ban, then lift the ban; let proxies and webmail servers be ignored.',
    commands: [
      'fail2ban-client status postfix-sasl',
      'fail2ban-client set postfix-sasl unbanip 203.0.113.9',
      'grep "SASL .* authentication failed" /var/log/mail.log | tail',
    ],
  },
  unreproduced: 'Our images have no such watch.',
  versions: {},
  noticedBy: [],
  references: ['https://github.com/fail2ban/fail2ban/wiki'],
};
