import type { FailureMode } from '../../model/failure-mode';
import { clientGets } from '../client/shared/client-words';
import { delivery, smtp } from './shared/smarthost';
import { invalidSenderAtAmazon, senderOfNoMailbox } from './shared/unexplained-replies';

export const mode: FailureMode = {
  id: 'relay-client/sender-domain-not-real',
  kind: 'fault',
  title: 'the next server finds no domain, or no mailbox, behind the sender’s address',
  cause:
    'Mail of root, cron or an application goes out as user@hostname, and the name of the machine is no domain of the world: localhost, a container’s number, a name without a dot or with .local. What the envelope says is made of myorigin, which is myhostname unless set. Exim’s "sender verify failed" can also mean that the domain’s own server does not know this user, or was not reached. With 4xx its name servers may not have answered.',
  symptoms: {
    log: [
      smtp(
        /(?: said: | refused to talk to me: )[45]\d\d[ -](?:[45]\.\d+\.\d+ )?.*(?:[Ss]ender(?: address)?(?:'s)? (?:rejected: )?(?:[Dd]omain (?:not found|does not exist|must (?:exist|resolve)|not (?:found|exist))|need fully-qualified address|must contain a domain)|Domain of sender address \S+ does not (?:exist|resolve)|(?:sender|MAIL FROM) domain (?:\S+ )?(?:must|does(?: not|n['’]t)) (?:exist|resolve)|[Uu]nable to verify sender domain|domain (?:of (?:the )?sender )?(?:missing or malformed|name required)|invalid sender domain|[Ss]ender domain not found|cannot (?:resolve|find) (?:your|sender['’]?s?) (?:sender )?domain)/,
        delivery(
          'dsn=4.1.8, status=deferred (host smarthost.example.test[192.0.2.30] said: 450 4.1.8 <root@vm.localdomain>: Sender address rejected: Domain not found (in reply to RCPT TO command))',
        ),
        'names',
      ),
      {
        // Exim, which has tried whether the sender can be written to.
        pattern: / said: [45]\d\d[ -].*(?:[Ss]ender verify failed|[Vv]erification failed for <)/,
        specimen:
          'postfix/smtp[9]: 5707B7A3B7: to=<x@elsewhere.example>, relay=smarthost.example.test[192.0.2.30]:25, delay=10, delays=0.1/0/0.1/9, dsn=5.0.0, status=bounced (host smarthost.example.test[192.0.2.30] said: 550-Verification failed for <root@vm> 550-Unrouteable address 550 Sender verify failed (in reply to RCPT TO command))',
        strength: 'names',
        program: /smtp$/,
        alternative: true,
      },
      // Cloudmark’s gateway; GMX, IONOS and web.de.
      clientGets(
        /55\d[ -](?:5\.\d\.\d )?(?:<\S+> sender rejected ?: invalid sender domain|[Ii]nvalid DNS MX or A\/AAAA resource record)/,
        '550 5.1.0 <alice@example.test> sender rejected : invalid sender domain',
      ),
      senderOfNoMailbox,
      invalidSenderAtAmazon,
    ],
    facts: [],
    client: 'A bounce, or the mail waits.',
  },
  repair: {
    words: 'Let mail go out under a domain that is yours, and rewrite what programs have put in.',
    commands: [
      'dig +short MX vm.localdomain; dig +short A vm.localdomain   # the sender’s domain in the reply',
      "postconf -e 'myorigin = example.test'",
      "echo 'root@vm.localdomain alice@example.test' >/etc/postfix/generic; postmap hash:/etc/postfix/generic",
      "postconf -e 'smtp_generic_maps = hash:/etc/postfix/generic'",
      'systemctl reload postfix',
      'postqueue -f',
    ],
  },
  unreproduced: 'It is the answer of another’s server, outside the closed world of the tests.',
  versions: {},
  noticedBy: [],
  references: [
    'https://www.postfix.org/ADDRESS_REWRITING_README.html#generic',
    'https://www.postfix.org/postconf.5.html#myorigin',
  ],
};
