import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/connection-breaks-off',
  kind: 'fault',
  title: 'the connection to the next server stands still while Exim sends a message, or before its receipt',
  cause:
    'Greeting and commands went through, the message did not. Behind `sending data block` the other side took no more for 5 minutes (data_timeout): mostly large packets are lost on the way, as a tunnel or PPPoE has a smaller MTU and a firewall drops the ICMP that says so, or a firewall that inspects SMTP holds them. Short mails then pass. Behind `end of data` no reply came within 10 minutes (final_timeout): the same, or a slow filter there, which may have taken the mail, so that it arrives twice.',
  symptoms: {
    log: [
      {
        pattern:
          /SMTP timeout (?:while connected to \S+ \[[^\]]+\] )?after (?:pipelined )?(?:sending data block|end of data)/,
        specimen:
          '2026-11-24 23:49:37 1vNZ2k-000123-AB == bob@elsewhere.example R=dnslookup T=remote_smtp defer (110): Connection timed out H=mx.elsewhere.example [203.0.113.25]: SMTP timeout after sending data block (36521 bytes written)',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken, and waits.',
  },
  repair: {
    words:
      'Find how large a packet passes; let ICMP through, or lower the MTU or the MSS of this machine’s connections. Where all sizes pass, ask the other side about its filter.',
    commands: [
      'ping -M do -s 1472 -c 3 mx.elsewhere.example   # no answer, and one with -s 1300: the packets are too large',
      'tracepath mx.elsewhere.example   # where pmtu falls',
      'sysctl -w net.ipv4.tcp_mtu_probing=1',
      'iptables -t mangle -A OUTPUT -p tcp --tcp-flags SYN,RST SYN -j TCPMSS --set-mss 1300',
      'exim -M 1vNZ2k-000123-AB   # again',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source and of reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.exim.org/exim-html-current/doc/html/spec_html/ch-the_smtp_transport.html'],
};
