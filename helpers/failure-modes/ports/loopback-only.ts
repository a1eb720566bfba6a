import type { FactSign, FailureMode } from '../../model/failure-mode';
import { alone } from '../shared/facts';
import { wordsOf } from '../shared/restriction-lists';
import { forUsers } from './shared/master-cf';

const onlyLoopback: FactSign = {
  words: 'inet_interfaces names the loopback interface only',
  look: 'postconf -h inet_interfaces',
  holds: (facts) => {
    const words = wordsOf(facts, 'inet_interfaces', 'all');
    return (
      words && words.length > 0 && words.every((word) => /^(?:localhost|loopback-only|127\.\S+|\[?::1\]?)$/.test(word))
    );
  },
};

export const mode: FailureMode = {
  id: 'ports/loopback-only',
  kind: 'fault',
  title: 'inet_interfaces names the loopback interface only',
  cause:
    'inet_interfaces = localhost, as in CentOS 7’s stock main.cf, or loopback-only, as of a Debian "local only" ' +
    'installation: Postfix listens at 127.0.0.1 and nowhere else. On the machine itself all works; from outside, ' +
    'also from another container, the connection is refused.',
  symptoms: {
    log: [],
    facts: [alone(onlyLoopback), forUsers],
    client: 'Connection refused on 25, 465 and 587',
  },
  repair: {
    words: 'Listen everywhere, and restart: a reload is not enough for this parameter.',
    commands: ['postconf -e inet_interfaces=all', 'systemctl restart postfix', 'ss -ltn'],
  },
  reproduction: {
    inject: 'postconf -e inet_interfaces=loopback-only',
    provoke: [],
    repair: 'postconf -e inet_interfaces=all',
    toldBy: 'facts',
  },
  versions: {},
  noticedBy: ['no-mechanisms/usable-on-25', 'no-mechanisms/usable-on-587'],
  references: ['https://www.postfix.org/postconf.5.html#inet_interfaces', 'https://github.com/Mailu/Mailu/issues/3370'],
};
