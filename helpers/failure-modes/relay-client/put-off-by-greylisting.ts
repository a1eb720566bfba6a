import type { FailureMode } from '../../model/failure-mode';
import { delivery, smtp } from './shared/smarthost';
import { shortOfResources } from './shared/unexplained-replies';

export const mode: FailureMode = {
  id: 'relay-client/put-off-by-greylisting',
  kind: 'noise',
  title: 'the next server puts off who it does not know, and takes the mail later',
  cause:
    'Greylisting: the first try gets 450 or 451, the next one some minutes later is taken. Postfix tries again by itself.',
  symptoms: {
    log: [
      smtp(
        /(?: said: | refused to talk to me: )4\d\d[ -](?:.*(?:[Gg]r[ea]y-?[Ll]ist|GREYLIST)|(?!.*(?:[Tt]oo (?:many|much|fast)|[Ll]imit|\b[Rr]ate|[Qq]uota|[Rr]eputation|[Bb]locked|[Bb]lock ?list|[Bb]usy|[Ss]pam|[Ll]ogin|[Aa]uth)).*(?:[Tt]ry again (?:in|later).*(?:seconds|minutes)|[Pp]lease try again (?:in|later) *(?:\d+|after)))/,
        delivery(
          'dsn=4.7.1, status=deferred (host smarthost.example.test[192.0.2.30] said: 450 4.7.1 Greylisted, try again in 300 seconds (in reply to RCPT TO command))',
        ),
        'names',
      ),
      shortOfResources,
    ],
    facts: [],
    client: 'Nothing; the mail comes some minutes later.',
  },
  repair: {
    words: 'Nothing.',
    commands: ['mailq'],
  },
  unreproduced: 'It is the answer of another’s server, outside the closed world of the tests.',
  versions: {},
  noticedBy: [],
  references: ['RFC 6647'],
};
