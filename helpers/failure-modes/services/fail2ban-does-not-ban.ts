import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/fail2ban-does-not-ban',
  kind: 'fault',
  title: 'fail2ban can’t ban or release addresses, or doubts the times in a log',
  cause:
    'The command that is to shut an address out or let it in again fails: iptables is not installed where nftables is used, the chain was flushed by another firewall, a container lacks CAP_NET_ADMIN. “timing issue” is another matter: the times in the log are of another time zone than fail2ban’s, or the lines are late; of old lines at its start it is harmless.',
  symptoms: {
    log: [
      {
        pattern:
          /Failed to execute (?:ban|unban) jail|Error banning \d|stderr: ['"](?:\S+: )?(?:\d+: )?(?:ip6?tables|nft|firewall-cmd|ufw|ipset)\b|Please check a jail for a timing issue|Please check jail has possibly a timezone issue/,
        specimen:
          "fail2ban.actions[9]: ERROR   Failed to execute ban jail 'postfix-sasl' action 'iptables-multiport' info 'ActionInfo({'ip': '203.0.113.7'})': Error banning 203.0.113.7",
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing: attackers may not be kept out.',
  },
  repair: {
    words: 'Let it use the firewall that is there, and restart it after that one; give a container the capability.',
    commands: ['grep -rn banaction /etc/fail2ban/jail*', 'command -v nft iptables', 'date; tail -1 /var/log/mail.log'],
  },
  unreproduced: 'Our images have no such watch.',
  versions: {},
  noticedBy: [],
  references: ['https://github.com/fail2ban/fail2ban/wiki'],
};
