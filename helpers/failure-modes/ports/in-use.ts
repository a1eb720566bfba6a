import type { FailureMode } from '../../model/failure-mode';
import { master, masterManual } from './shared/master-cf';

const untilFree = `listens() { cat /proc/net/tcp /proc/net/tcp6 2>/dev/null | grep -q ':024B 0*:0000 0A'; }
for try in {1..100}; do listens || break; sleep 0.05; done`;

export const mode: FailureMode = {
  id: 'ports/in-use',
  kind: 'fault',
  title: 'somebody listens at the port already',
  cause:
    'Sendmail, Exim, or a second Postfix of another container with the host’s network holds port 25 or 587; or master.cf itself has the port twice, once for all addresses and once for one, or ' +
    'under two names (smtps and 465). In Kubernetes it may be the pod’s own predecessor, which keeps a hostPort until the new one is ready: strategy Recreate, or maxSurge 0, lets it go first. master can’t have it and ends, so none of the ports is Postfix’s.',
  symptoms: {
    log: [
      master(
        /^fatal: bind \S+ port \d+: Address already in use$/,
        'fatal: bind 0.0.0.0 port 587: Address already in use',
      ),
      {
        // Stalwart, whatever the reason.
        pattern: /\(network\.bind-error\)/,
        specimen:
          '2024-11-29T10:00:00Z INFO Network bind error (network.bind-error) listenerId = "submission", localPort = 587, remoteIp = 203.0.113.9',
        strength: 'suggests',
        alternative: true,
      },
      {
        // Kubernetes, of whatever port.
        pattern: /didn't have free ports for the requested pod ports/,
        specimen: "0/1 nodes are available: 1 node(s) didn't have free ports for the requested pod ports.",
        strength: 'suggests',
        alternative: true,
      },
      {
        // Docker.
        pattern:
          /starting userland proxy: listen tcp\d? \S+:(?:25|465|587): bind: address already in use|failed to bind host port \S+:(?:25|465|587).*address already in use|Bind for \S+:(?:25|465|587) failed: port is already allocated/,
        specimen: 'Error starting userland proxy: listen tcp4 0.0.0.0:25: bind: address already in use',
        strength: 'names',
        alternative: true,
      },
      {
        // Docker Desktop and Docker 28.
        pattern:
          /Ports are not available: exposing port TCP \S+:(?:25|465|587) .*address already in use|failed to bind host port for \S+:(?:25|465|587):.*address already in use/,
        specimen:
          'Error response from daemon: Ports are not available: exposing port TCP 0.0.0.0:25 -> 0.0.0.0:0: listen tcp 0.0.0.0:25: bind: address already in use',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'The greeting of another program; connection refused on the other ports',
  },
  repair: {
    words: 'Find out who listens, stop and disable it; leave one line of master.cf for each port.',
    commands: [
      'grep -nE "^[^#[:space:]]+[[:space:]]+inet" /etc/postfix/master.cf',
      'ss -ltnp | grep -E ":(25|587) "',
      'systemctl disable --now sendmail',
      'systemctl restart postfix',
    ],
  },
  reproduction: {
    inject: `mailctl stop
${untilFree}
setsid openssl s_server -accept 0.0.0.0:587 -cert /etc/pki/tls/certs/postfix.pem -key /etc/pki/tls/private/postfix.key \\
  </dev/null >/dev/null 2>&1 & echo $! >/run/squatter.pid
for try in {1..100}; do listens && break; sleep 0.05; done`,
    provoke: [],
    // It ends in its own time: Postfix would find the port still taken.
    repair: `kill "$(cat /run/squatter.pid)"; rm /run/squatter.pid
${untilFree}`,
    toldBy: 'log',
  },
  versions: {},
  noticedBy: ['no-mechanisms/usable-on-25'],
  references: [masterManual],
};
