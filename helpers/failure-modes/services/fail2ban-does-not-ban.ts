import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/fail2ban-does-not-ban',
  kind: 'fault',
  title: 'bans of fail2ban fail or keep nobody out, or it doubts the times in a log',
  cause:
    '“already banned”: the address still gets in, as the rule does not meet its traffic. It stands in INPUT while a container’s ports pass FORWARD (DOCKER-USER), names other ports, is for iptables where nftables decides, or a connection was open before and an ESTABLISHED rule lets it go on; a few right after the ban only came late. Or the command fails: no iptables, a chain that another firewall flushed, a container without CAP_NET_ADMIN. “timing issue”: the log’s times are of another time zone, or the lines are old.',
  symptoms: {
    log: [
      {
        pattern:
          /Failed to execute (?:ban|unban) jail|Error banning \d|stderr: ['"](?:\S+: )?(?:\d+: )?(?:ip6?tables|nft|firewall-cmd|ufw|ipset)\b|Please check a jail for a timing issue|Please check jail has possibly a timezone issue/,
        specimen:
          "fail2ban.actions[9]: ERROR   Failed to execute ban jail 'postfix-sasl' action 'iptables-multiport' info 'ActionInfo({'ip': '203.0.113.7'})': Error banning 203.0.113.7",
        strength: 'names',
      },
      {
        // It writes WARNING where the new failure is a minute or more later than the ban.
        pattern: /WARNING +\[[^\]]+\] [\da-fA-F.:/]+ already banned/,
        specimen:
          '2024-11-29 10:02:31,123 fail2ban.actions        [12]: WARNING [dovecot] 198.51.100.203 already banned',
        strength: 'names',
        alternative: true,
      },
      {
        pattern: /^(?!.*WARNING +\[).*\[[^\]]+\] [\da-fA-F.:/]+ already banned/,
        specimen:
          '2024-11-29 10:00:31,123 fail2ban.actions        [12]: NOTICE  [dovecot] 198.51.100.203 already banned',
        strength: 'suggests',
        alternative: true,
      },
    ],
    facts: [],
    client: 'Nothing: attackers may not be kept out.',
  },
  repair: {
    words:
      'Let it use the firewall that is there, and restart it after that one; give a container the capability. For ports that Docker publishes set chain = DOCKER-USER in the jail, and port to all that the service has.',
    commands: [
      'fail2ban-client status dovecot; grep -rnE "^ *(banaction|chain|port)" /etc/fail2ban/jail*',
      'iptables -nvL | grep -A3 -E "Chain (INPUT|DOCKER-USER|f2b)"; nft list ruleset | grep -A8 f2b   # does the rule count packets?',
      'ss -tn dst 198.51.100.203   # connections that were open before the ban',
      'command -v nft iptables',
      'date; tail -1 /var/log/mail.log',
    ],
  },
  unreproduced: 'Our images have no such watch.',
  versions: {},
  noticedBy: [],
  references: ['https://github.com/fail2ban/fail2ban/wiki'],
};
