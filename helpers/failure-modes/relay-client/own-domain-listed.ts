import type { FailureMode } from '../../model/failure-mode';
import { domainListed, reputationOfDomain } from './shared/of-a-domain';
import { delivery, smtp } from './shared/smarthost';

export const mode: FailureMode = {
  id: 'relay-client/own-domain-listed',
  kind: 'fault',

  title:
    'the next server has the sender’s domain, the name in EHLO, or a domain in the mail, in a block list, or thinks badly of it',
  cause:
    'Lists such as Spamhaus DBL, URIBL and SURBL hold domains and no addresses: that of the sender, of the name that the server greets with, or of a link in the mail. New domains are on them for days; older ones since somebody has sent spam in their name, or since a web site under them was broken into. Large providers also keep a reputation of each domain, which spam and mail to people who never asked for it lower. Another address of the server changes nothing.',
  symptoms: {
    log: [
      smtp(
        new RegExp(
          String.raw`(?: said: | refused to talk to me: )[45]\d\d[ -](?!.*(?:Error: open resolver|\/returnc\/)).*(?:${domainListed}|${reputationOfDomain}|multi\.surbl|ivmURI|[Dd]omain (?:is |has been )?(?:black|block|deny)-?listed|contains? (?:a )?(?:URL|URI|link|domain|black-?listed)s? .*(?:list|blocked|rejected))`,
        ),
        delivery(
          'dsn=5.7.1, status=bounced (host smarthost.example.test[192.0.2.30] said: 554 5.7.1 Service unavailable; Sender address [alice@example.test] blocked using dbl.spamhaus.org (in reply to RCPT TO command))',
        ),
        'names',
      ),
    ],
    facts: [],
    client: 'A bounce.',
  },
  repair: {
    words:
      'See which domain the reply speaks of, mend the web site or the account that was misused, and ask the list to take the domain out.',
    commands: [
      'dig +short example.test.dbl.spamhaus.org   # not by way of a public resolver',
      'dig +short test.uribl.com.multi.uribl.com',
    ],
  },
  unreproduced: 'It is the answer of another’s server, outside the closed world of the tests.',
  versions: {},
  noticedBy: [],
  references: ['https://check.spamhaus.org', 'https://uribl.com/about.shtml', 'https://surbl.org/surbl-analysis'],
};
