import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/rspamd-without-redis',
  kind: 'fault',
  title: 'rspamd does not reach its Redis, or is not let in',
  cause:
    'Greylisting, ratelimits, Bayes, DMARC reports and replies are kept in Redis. It does not run, listens at another address (IPv6 before IPv4 for localhost), or wants a password that redis.conf of rspamd lacks. rspamd goes on without these.',
  symptoms: {
    log: [
      {
        pattern:
          /cannot connect to redis\b|cannot execute redis command on|(?:redis|bayes).*NOAUTH Authentication required|(?:redis|bayes).*WRONGPASS/,
        specimen:
          'rspamd[9]: <5f4e2a>; rspamd_redis_stat_cb: cannot connect to redis localhost (port 6379): Connection refused',
        strength: 'names',
        program: /^rspamd/,
      },
      {
        pattern: /lua_redis\S*: .*(?:cannot connect|NOAUTH|Connection refused)/,
        specimen:
          '2024-11-29 10:00:00 #812(normal) <5f4e2a>; lua; lua_redis.lua:1234: cannot connect to redis: Connection refused',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'Nothing: mail passes, without greylisting and learning.',
  },
  repair: {
    words: 'Start Redis, and give rspamd its address and password.',
    commands: ['redis-cli -h 127.0.0.1 ping', 'cat /etc/rspamd/local.d/redis.conf', 'systemctl restart redis rspamd'],
  },
  unreproduced: 'Our images have no rspamd.',
  versions: {},
  noticedBy: [],
  references: ['https://docs.rspamd.com/configuration/redis/'],
};
