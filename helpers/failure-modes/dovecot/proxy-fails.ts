import type { FailureMode } from '../../model/failure-mode';
import { clientGets } from '../client/shared/client-words';

export const mode: FailureMode = {
  id: 'dovecot/proxy-fails',
  kind: 'fault',
  title: 'Dovecot is to pass a login on to another server, and can not',
  cause:
    'The passdb says proxy, and its host is not given, is no address, does not answer, has a certificate that is not accepted, or is this server itself, so that it would go round. Or the other server refuses the login, with its words behind it, as for a wrong password. From 2.4 on, or after a move, a host that was meant for another field does it too.',
  symptoms: {
    log: [
      {
        pattern:
          /proxy\S*: (?:host (?:not given|field not given|\S+ is not an IP)|(?:Failed to )?connect\(|Invalid (?:hostip|port|proxy_timeout|source_ip)|Unknown protocol|Remote \S+ (?:disconnected|sent)|Login failed|Login timed out|.*TLS handshake)|Proxying (?:loops|to <\S+> (?:appears to be looping|loops))|proxy: pass field is missing|Redirect authentication |-login: .*\(proxy(?:ing)? (?:dest|host|destination)[^)]*(?:fail|not)/,
        specimen:
          'dovecot: imap-login: Error: proxy(alice@example.test): connect(192.0.2.9, 143) failed: Connection refused (after 0 secs, local=192.0.2.1:40001)',
        strength: 'names',
        program: /^dovecot$/,
      },
      clientGets(
        /454[ -]4\.7\.0 Account is temporarily unavailable/,
        '454 4.7.0 Account is temporarily unavailable.',
        'suggests',
      ),
    ],
    facts: [],
    client: 'IMAP: NO [UNAVAILABLE] Account is temporarily unavailable.',
  },
  repair: {
    words: 'See what the passdb gives, and reach that server from here.',
    commands: ['doveadm auth lookup alice@example.test', 'nc -vz 192.0.2.9 143'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://doc.dovecot.org/2.3/configuration_manual/authentication/password_databases_passdb/'],
};
