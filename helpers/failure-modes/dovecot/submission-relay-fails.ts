import type { FailureMode } from '../../model/failure-mode';
import { clientGets } from '../client/shared/client-words';

export const mode: FailureMode = {
  id: 'dovecot/submission-relay-fails',
  kind: 'fault',
  title: 'Dovecot’s submission service can not hand mail on to its relay',
  cause:
    'Dovecot takes submissions and passes each on, while the client waits, to the server of submission_relay_host. That one does not answer, is not found, wants TLS or a login that is not set, or refuses the login that is. The client sees Dovecot’s words.',
  symptoms: {
    log: [
      {
        pattern: /submission(?:\([^)]*\))?(?:<[^>]*><[^>]*>)?: Error: relay: /,
        specimen:
          'dovecot: submission(alice)<23><Tq3gR7lE0cXLAHEJ>: Error: relay: smtp-client: conn mail.example.com:25 [1]: connect(203.0.113.20:25) failed: Connection refused',
        strength: 'names',
        program: /^dovecot$/,
      },
      clientGets(
        /421[ -](?:4\.4\.0 )?(?:\S+ )?(?:Failed to (?:establish relay connection|connect to relay server)|Lost connection to relay server)/,
        '421 4.4.0 mail.example.com Failed to connect to relay server (connect)',
      ),
      {
        pattern: /submission\S*: Error: Failed to establish relay connection: |submission\S*: Error: relay: connect\(/,
        specimen: 'dovecot: submission(bob): Error: Failed to establish relay connection: 554 5.7.1 Access denied',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: '421 4.4.0 Failed to connect to relay server',
  },
  repair: {
    words: 'Try the relay by hand from the machine of Dovecot; set its name, port, TLS and login.',
    commands: ['doveconf -n | grep submission_relay', 'nc -v mail.example.test 25'],
  },
  unreproduced: 'Our images let Postfix take submissions, with Dovecot behind it for passwords only.',
  versions: {},
  noticedBy: [],
  references: ['https://doc.dovecot.org/2.3/admin_manual/submission_server/'],
};
