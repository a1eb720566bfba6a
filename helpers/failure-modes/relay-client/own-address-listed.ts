import type { FailureMode } from '../../model/failure-mode';
import { domainListed, reputationOfDomain } from './shared/of-a-domain';
import { delivery, smtp } from './shared/smarthost';
import { cutGreeting, shortOfResources, throttledByMicrosoft } from './shared/unexplained-replies';

/** It is a sender, a name, a link or a file that is in a list, or the list could not be asked. */
const ofSomethingElse = [
  String.raw`Error: open resolver|\/returnc\/|Sender verify failed|sender verify failed|PBL|[Dd]ynamic IP|residential|[Gg]r[ea]y-?list`,
  String.raw`(?:Sender address|Helo command|Recipient address) \[|[Dd]omain(?:['’]s)? (?:\S+ )?reputation`,
  domainListed,
  reputationOfDomain,
  String.raw`(?:[Ss]ender|[Dd]omain|URL|[Ll]ink|[Rr]ecipient|[Uu]ser|[Aa]ddress <)(?: address| domain)?(?: (?!IP|host)<?[^\s\d[<]\S*)?(?: is| has been| was)?(?: found)?(?: on| in)?(?: a| the| our)? ?(?:[Bb]lack|[Bb]lock) ?list`,
  String.raw`@\S+>? (?:is|has been|was) (?:[Bb]lack|[Bb]lock)-?listed|list(?:ed)? by (?:the )?(?:recipient|user)|HELO (?:is )?[Bb]lack`,
  String.raw`(?:[Aa]ttachment|[Ff]ile|[Ee]xtension)s?\b.{0,30}[Bb]lack ?list`,
  '[Ll]ookup (?:failure|error|failed)|query (?:failed|failure|error|time)',
].join('|');

const listed = String.raw`blocked using|[Bb]lack ?list|[Bb]lock ?list|(?<!not |n['’]t )listed (?:at|in|by|on)|\b[Bb]anned sending IP|S3150|5\.7\.60[56]|5\.7\.511|[Ss]pamhaus|SPAMHAUS|SpamHaus|SpamCop|spamcop|sorbs\.net|DNSBL|\bRBL\b|ipcheck\.proofpoint\.com|[Bb]arracuda\S* ?[Rr]eputation|barracudacentral|barracudanetworks\.com\/reputation|[Pp]oor (?:e-?mail )?[Rr]eputation|because Bad IP|(?:[Ii][Pp] frequency limited|Blocked IP )|[Ee]mail from \S+ is (?:currently )?blocked by|access to (?:submit messages to )?this e?-?mail system has been rejected|A problem occurred\. \(Ask your postmaster|[Ll]ow reputation|bad reputation|blocked.*(?:reputation|complaint)`;

export const mode: FailureMode = {
  id: 'relay-client/own-address-listed',
  kind: 'fault',
  title: 'the next server has this server’s address in a block list, or thinks badly of it',
  cause:
    'Somebody has sent spam from the address: a user whose password was guessed, a web form, an open relay, or who had the address before. Or the whole range is that of a provider who is listed. T-Online takes no mail from an address that it does not know until it has been told who runs the server.',
  symptoms: {
    log: [
      smtp(
        new RegExp(`(?: said: | refused to talk to me: )[45]\\d\\d[ -](?!.*(?:${ofSomethingElse})).*(?:${listed})`),
        delivery(
          'dsn=5.7.1, status=bounced (host smarthost.example.test[192.0.2.30] said: 554 5.7.1 Service unavailable; Client host [198.51.100.7] blocked using zen.spamhaus.org (in reply to RCPT TO command))',
        ),
        'names',
      ),
      throttledByMicrosoft,
      shortOfResources,
      {
        pattern:
          /(?: said: | refused to talk to me: )[45]\d\d[ -](?!.*(?:S3150|block list|banned)).*(?:rate limited due to IP reputation|messages from \S+ weren't sent|traffic not accepted from this IP|Spam abuse detected from IP)/,
        specimen:
          'postfix/smtp[9]: 87F043F2BE: to=<bob@example.com>, relay=mx.example.com[203.0.113.25]:25, delay=1, delays=0.1/0.02/0.5/0.4, dsn=4.0.0, status=deferred (host mx.example.com[203.0.113.25] said: 451 4.7.650 The mail server [192.0.2.1] has been temporarily rate limited due to IP reputation. (in reply to MAIL FROM command))',
        strength: 'names',
        program: /^\S+\/(?:smtp|relay)$/,
        alternative: true,
      },
      cutGreeting,
      {
        pattern:
          /(?: said: | refused to talk to me: )5\d\d[ -].*(?:(?<!\w)IP blocked$|\bIP blocked \(in reply|configured to reject mail from \[?\d|You are not allowed to connect\.)| refused to talk to me: [45]\d\d[ -].*\bblock(?:ed)? for spam/,
        specimen:
          'postfix/smtp[9]: 87F043F2BE: to=<bob@example.com>, relay=mx.example.com[203.0.113.25]:25, delay=1, delays=0.1/0.02/0.5/0.4, dsn=5.0.0, status=bounced (host mx.example.com[203.0.113.25] said: 550 This system is configured to reject mail from 192.0.2.1 (in reply to RCPT TO command))',
        strength: 'names',
        program: /^\S+\/(?:smtp|relay)$/,
        alternative: true,
      },
    ],
    facts: [],
    client: 'A bounce.',
  },
  repair: {
    words: 'Find who sends, stop it, then ask the list that the line names to take the address out.',
    commands: [
      'dig +short 7.100.51.198.zen.spamhaus.org   # the address backwards',
      'mailq | tail -1; grep -o "sasl_username=.*" /var/log/mail.log | sort | uniq -c | sort -n | tail',
    ],
  },
  unreproduced: 'It is the answer of another’s server, outside the closed world of the tests.',
  versions: {},
  noticedBy: [],
  references: ['https://check.spamhaus.org', 'https://sendersupport.olc.protection.outlook.com', 'RFC 5782'],
};
