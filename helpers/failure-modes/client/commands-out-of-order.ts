import type { FailureMode } from '../../model/failure-mode';
import { clientGets } from './shared/client-words';

export const mode: FailureMode = {
  id: 'client/commands-out-of-order',
  kind: 'client',
  follows: true,
  title: 'a client says a command of SMTP where another one has to come first',
  cause:
    'EHLO comes before MAIL, MAIL before RCPT, RCPT before DATA, and after STARTTLS everything begins anew with EHLO. Whoever types a session by hand forgets one; a program gets here when an earlier command was refused and it went on all the same: then that refusal is the cause.',
  symptoms: {
    log: [
      clientGets(
        /50[03][ -](?:5\.\d\.\d )?(?:Error: (?:send HELO\/EHLO first|need MAIL command|need RCPT command|nested MAIL command|MAIL transaction in progress)|Polite people say (?:HELO|EHLO) first|HELO or EHLO required|EHLO\/HELO first|EHLO\/HELO and MAIL FROM|HELO\/EHLO, MAIL FROM|Use EHLO\/HELO before MAIL|Need MAIL before RCPT|Need MAIL command before|MAIL must come before|MAIL FROM must be issued|RCPT TO must be issued|[Bb]ad sequence of commands)/,
        '503 5.5.1 Error: need MAIL command',
        'suggests',
      ),
      {
        // Nette.
        pattern: /STARTTLS\b.* 503[ -](?:5\.5\.[12] )?(?:Send [Hh]ello first|.*\b(?:EHLO|HELO) first)/,
        specimen: 'SMTP server did not accept STARTTLS with error: 503 5.5.2 Send hello first',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: '503 5.5.1 Error: need MAIL command',
  },
  repair: {
    words: 'Look at the reply before it. By hand: EHLO, STARTTLS, EHLO, AUTH, MAIL FROM, RCPT TO, DATA.',
    commands: ['swaks --to bob@example.test --server mail.example.test:587 --tls --auth-user alice@example.test'],
  },
  unreproduced: 'Its lines are those of clients; reproduce breaks the server.',
  versions: {},
  noticedBy: [],
  references: ['RFC 5321 section 4.1.4'],
};
