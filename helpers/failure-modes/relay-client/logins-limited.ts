import type { FailureMode } from '../../model/failure-mode';
import { clientGets, systemBusy } from '../client/shared/client-words';

export const mode: FailureMode = {
  id: 'relay-client/logins-limited',
  kind: 'fault',

  title: 'the provider takes no more logins or connections from here for a while',
  cause:
    'Too many logins, too many wrong ones, or too many connections at once: every process of Postfix logs in by itself, and a queue that is flushed logs in by the dozen. The password may be right; waiting helps, trying faster makes it worse. Gmail’s temporary system problem may also be one of its own.',
  symptoms: {
    log: [
      {
        pattern:
          /(?:SASL authentication failed; server|host) \S+ (?:said|refused to talk to me): [45]\d\d.*(?:[Tt]oo many (?:bad auth|login|failed (?:login|auth|attempt)|concurrent (?!SMTP connections)|authentication)|[Cc]oncurrent connections limit exceeded|[Ll]ogin (?:rate |attempts |limit )+exceeded)/,
        specimen:
          'postfix/smtp[961]: 2437A1A3CC0: to=<x@elsewhere.example>, relay=smtp.example.net[192.0.2.30]:587, delay=0.4, delays=0.01/0.03/0.3/0.06, dsn=4.7.0, status=deferred (SASL authentication failed; server smtp.example.net[192.0.2.30] said: 454 4.7.0 Too many login attempts, please try again later. - gsmtp)',
        strength: 'names',
      },
      // Gmail; Microsoft; Yahoo; QQ.
      clientGets(
        /(?:421|432|454|535)[- ](?:[45]\.\d\.\d+ )?.*(?:Too many (?:login attempts|bad auth attempts|failed (?!recipient|RCPT|command)|concurrent(?! SMTP connections))|Concurrent connections limit exceeded)/,
        'Error: Invalid login: 454 4.7.0 Too many login attempts, please try again later.',
      ),
      clientGets(
        /454[- ](?:4\.7\.0 )?Cannot authenticate due to temporary system problem/,
        '454 4.7.0 Cannot authenticate due to temporary system problem. Try again later.',
      ),
      systemBusy,
    ],
    facts: [],
    client: 'Nothing: the mail is taken, and stays in the queue or comes back.',
  },
  repair: {
    words: 'Wait; send fewer at once, and keep failed logins for a while instead of repeating them.',
    commands: [
      'postconf -e smtp_destination_concurrency_limit=2 smtp_destination_rate_delay=1s',
      'systemctl reload postfix',
    ],
  },
  unreproduced: 'It is the answer of a provider, outside the closed world of the tests.',
  versions: {},
  noticedBy: [],
  references: [
    'https://www.postfix.org/postconf.5.html#smtp_sasl_auth_cache_name',
    'https://www.postfix.org/postconf.5.html#default_destination_rate_delay',
  ],
};
