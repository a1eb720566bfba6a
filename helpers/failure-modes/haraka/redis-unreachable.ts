import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'haraka/redis-unreachable',
  kind: 'fault',
  title: 'Haraka can’t use its Redis',
  cause:
    'Plugins such as redis, greylist, karma, limit and known-senders keep what they know there. It does not run, listens elsewhere, wants a password, or takes no writes, as its own words in the line say; the plugins then let all through or put mail off.',
  symptoms: {
    log: [
      {
        pattern:
          /\[[\w./-]+\] (?:Redis connect failed|Redis error): |redis subscribe timed out|\[(?:redis|karma|limit|greylist|known-senders)\] .*connect ECONNREFUSED|\[greylist\] (?:DB error|Got error)/,
        specimen: '[ERROR] [-] [redis] Redis connect failed: connect ECONNREFUSED 127.0.0.1:6379',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing, or 451',
  },
  repair: {
    words: 'Start Redis, and set host, port and password in redis.ini.',
    commands: ['redis-cli ping', 'cat config/redis.ini'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://github.com/haraka/haraka-plugin-redis'],
};
