import type { FailureMode } from '../../model/failure-mode';
import { ownServices } from './shared/own-services';

export const mode: FailureMode = {
  id: 'services/service-does-not-answer',
  kind: 'fault',

  title: 'a service of Postfix that another of its processes asks hangs, dies or fails',
  cause:
    'trivial-rewrite, cleanup, verify, proxymap, bounce or the processes of a transport are there, and do not answer: they wait for a table of LDAP, SQL or DNS, for a full or closed disk, or for a peer; all that may run are busy; or they end each time with an error of their own, which they log. Clients wait until they give up, or mail stays in the queue.',
  symptoms: {
    log: [
      {
        pattern:
          /^warning: problem talking to service (?:rewrite|resolve|cleanup|proxymap|verify|bounce|defer|trace|flush)(?:: |$)/,
        specimen: 'postfix/smtpd[520]: warning: problem talking to service rewrite: Connection timed out',
        strength: 'names',
      },
      {
        pattern:
          /^warning: connect to transport (?:private\/)?(?!tlsmgr)\S+: Resource temporarily unavailable|^fatal: timeout (?:connecting to transport|receiving delivery status from transport): |^warning: problem talking to (?:service|server) (?:private\/)?(?:anvil|scache|tlsproxy|postscreen)\S*: (?!Permission denied|No such file)|^warning: (?:un)?able to connect to service \S+: |^warning: (?:psc_send_socket: )?cannot connect to service \S+: (?!Permission denied|No such file|Connection refused)/,
        specimen:
          'postfix/qmgr[9]: warning: connect to transport private/smtp-amavis: Resource temporarily unavailable',
        strength: 'names',
        alternative: true,
      },
      {
        pattern:
          /^warning: \w+: (?:defer|bounce|trace) service failure$|status=deferred \((?:bounce or trace service failure|bounce failed)\)$/,
        specimen: 'postfix/smtp[8399]: warning: 2437A1A3CC0: defer service failure',
        strength: 'names',
        alternative: true,
      },
      {
        pattern: /^fatal: watchdog timeout$/,
        specimen: 'postfix/smtpd[9]: fatal: watchdog timeout',
        strength: 'suggests',
        alternative: true,
      },
      {
        pattern: new RegExp(
          '^warning: timeout sending connection to service private/|^fatal: \\w+: timeout receiving delivery status from transport: |' +
            `^warning: problem talking to server (?:private|public)/${ownServices}: Connection timed out`,
        ),
        specimen: 'postfix/postscreen[9]: warning: timeout sending connection to service private/smtpd',
        strength: 'names',
        alternative: true,
      },
      {
        pattern:
          /Fatal: Error reading configuration: .*(?:Interrupted system call|[Tt]imed out|Resource temporarily unavailable)/,
        specimen:
          'dovecot: imap-login: Fatal: Error reading configuration: read(/var/run/dovecot/config) failed: read(size=8192) failed: Interrupted system call',
        strength: 'suggests',
        alternative: true,
      },
    ],
    facts: [],
    client: 'Silence in the middle of a session, then 421 or 451 4.3.0',
  },
  repair: {
    words:
      'Read what that service itself says, and mend the table that it asks, or raise the number of its processes in master.cf.',
    commands: [
      'grep -E "(trivial-rewrite|proxymap|cleanup|verify)\\[" /var/log/maillog | grep -E "fatal|warning|panic" | tail',
      'postconf -n | grep -E "(mysql|pgsql|ldap|tcp):"; df -h /var/spool/postfix',
      'ps axo stat,lstart,args | grep -E "[p]ostfix|[t]rivial-rewrite|[c]leanup|[b]ounce"; postconf default_process_limit',
    ],
  },
  unreproduced: 'Not tried in a container yet: the lines are those of the programs’ sources.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/trivial-rewrite.8.html', 'https://www.postfix.org/proxymap.8.html'],
};
