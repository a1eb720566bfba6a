import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/rspamd-without-redis',
  kind: 'fault',
  title: 'rspamd does not reach its Redis, is not let in, or has its commands refused',
  cause:
    'Greylisting, ratelimits, Bayes, DMARC reports and replies are kept in Redis. It does not run, still loads its data, listens at another address (IPv6 before IPv4 for localhost), is behind a firewall, wants a password that redis.conf of rspamd lacks, or refuses to write, being full or a replica. rspamd goes on without these.',
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
    commands: [
      'redis-cli -h 127.0.0.1 ping; redis-cli -h 127.0.0.1 info | grep -E "^(role|loading|used_memory_human|rdb_last_bgsave_status)"',
      'cat /etc/rspamd/local.d/redis.conf',
      'systemctl restart redis rspamd',
    ],
  },
  unreproduced: 'Our images have no rspamd.',
  versions: {},
  noticedBy: [],
  references: ['https://docs.rspamd.com/configuration/redis/'],
};
