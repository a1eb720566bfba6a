import type { FailureMode } from '../../model/failure-mode';
import { clientGets } from './shared/client-words';

export const mode: FailureMode = {
  id: 'client/helo-refused',
  kind: 'client',
  title: 'a client greets with a name that the server does not take',
  cause:
    'The program says EHLO with the name of its machine: a container’s id, a name with an underscore, localhost, or none at all. The server takes valid names only, and ends before the login. Google’s 421 at EHLO is mostly this; it may also be a limit on the address of the client.',
  symptoms: {
    log: [
      // Exim, cPanel; Postfix; Exchange.
      clientGets(
        /(?:501|550)[ -](?:5\.[57]\.\d+ )?(?:Syntactically invalid (?:HELO|EHLO) argument|Access denied - Invalid HELO name|Syntax: (?:HELO|EHLO) hostname|(?<!550.*)Invalid domain name)/,
        'Error: Invalid greeting: 501 Syntactically invalid EHLO argument(s)',
      ),
      {
        // dma; of its SSL handshake with such a server an older one says `wrong version number`.
        pattern: /remote delivery (?:deferred|failed): could not perform server greeting: 50[14] /,
        specimen:
          'dma[3a456.800e48000]: remote delivery deferred: could not perform server greeting: 501 Syntactically invalid EHLO argument(s)',
        strength: 'names',
        alternative: true,
      },
      {
        // Gmail.
        pattern: /HELO\/EHLO argument .* invalid/,
        specimen: '501-5.5.4 HELO/EHLO argument "IDE 9.0.3" invalid, closing connection.',
        strength: 'names',
        alternative: true,
      },
      {
        // curl; dma; Vert.x; Nodemailer.
        pattern:
          /Remote access denied: 501|Could not perform server greeting at .*: 50[14]|HELO failed\.: 501|Invalid HELO\. response=50/,
        specimen: 'curl: (9) Remote access denied: 501',
        strength: 'names',
        alternative: true,
      },
      {
        // msmtp, whatever the server has against it; its next line has the reply.
        pattern: /does not accept EHLO or HELO commands/,
        specimen: 'msmtp: SMTP server does not accept EHLO or HELO commands',
        strength: 'suggests',
        alternative: true,
      },
      clientGets(
        /(?:550|501)[ -](?:5\.\d\.\d )?(?:Invalid EHLO domain|Domain address required: (?:HELO|EHLO)|Invisible customers are not welcome)/,
        '550 5.5.0 Invalid EHLO domain.',
      ),
      {
        // Gmail’s relay; PHPMailer.
        pattern:
          /(?<!refused to talk to me: )421[ -]4\.7\.0 Try again later, closing connection\. \(EHLO\)|(?:EHLO|HELO) command failed: 50[01] (?!.*(?:recogni[sz]ed|[Uu]nknown|not implemented))/,
        specimen:
          'Error: Server terminates connection. response=421 4.7.0 Try again later, closing connection. (EHLO) z2sm21.142 - gsmtp',
        strength: 'names',
        alternative: true,
      },
      {
        // Gmail.
        pattern: /501 5\.5\.4 +https:\/\/support\.google\.com\/mail\/\?p=helo/,
        specimen: '[<-] 501 5.5.4  https://support.google.com/mail/?p=helo - gsmtp',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: '501 Syntactically invalid EHLO argument(s)',
  },
  repair: {
    words:
      'Give the program a full name for EHLO: Nodemailer name, PHPMailer Hostname, Grafana ehlo_identity, Alertmanager smtp_hello, Vaultwarden HELO_NAME; or the container a host name.',
    commands: ['hostname -f'],
  },
  unreproduced: 'Its lines are those of clients; reproduce breaks the server.',
  versions: {},
  noticedBy: [],
  references: ['RFC 5321 section 4.1.1.1'],
};
