import type { FactSign, FailureMode } from '../../../model/failure-mode';
import { mailOfStranger } from '../../shared/client-steps';
import { alone } from '../../shared/facts';
import { wordsOf } from '../../shared/restriction-lists';
import { answersAll, blocked } from './block-lists';

/** A list of clients that is no more, under the name by which main.cf still asks it. */
interface DeadList {
  readonly id: string;
  readonly title: string;
  /** What became of the list. */
  readonly cause: string;
  /** The zone and its sub-zones, as a pattern. */
  readonly zone: string;
  /** One of them, as the reproduction asks it. */
  readonly asked: string;
  readonly restriction?: 'reject_rbl_client' | 'reject_rhsbl_client';
  readonly references: readonly string[];
}

const lists = ['client', 'helo', 'sender', 'relay', 'recipient'].map((kind) => `smtpd_${kind}_restrictions`);

/** A list that is no more, and main.cf still asks it. */
export function deadList({
  id,
  title,
  cause,
  zone,
  asked,
  restriction = 'reject_rbl_client',
  references,
}: DeadList): FailureMode {
  return {
    id,
    kind: 'fault',
    title,
    cause: `${cause} As long as it answers "no such name" it does nothing but cost time; a zone that is parked or sold answers every name, and then all mail is rejected.`,
    symptoms: {
      log: [blocked(zone, asked, 'names', '.*|$')],
      facts: [alone(asks(zone))],
      client: `Nothing, or for everybody: 554 5.7.1 Service unavailable; Client host [198.51.100.7] blocked using ${asked}`,
    },
    repair: {
      words: 'Take the list out. Where lists are used, say which answers count: =127.0.0.[2..11].',
      commands: [`postconf -n | grep ${asked}`, 'vi /etc/postfix/main.cf', 'systemctl reload postfix'],
    },
    reproduction: {
      inject: `postconf -e "smtpd_client_restrictions = permit_mynetworks, ${restriction} ${asked}, permit"`,
      provoke: [{ ...mailOfStranger, to: 'local' }],
      repair: `sed -i 's/ ${restriction} ${asked},//' /etc/postfix/main.cf`,
      zones: [answersAll(asked)],
      toldBy: 'log',
    },
    versions: {},
    noticedBy: ['open-relay/outside-anonymous-local'],
    references: ['https://www.postfix.org/postconf.5.html#reject_rbl_client', ...references],
  };
}

function asks(zone: string): FactSign {
  const whole = new RegExp(`^${zone}(?:=\\S+)?$`, 'i');
  return {
    words: 'a list of restrictions asks it',
    look: `postconf -n | grep -E 'rbl|rhsbl'`,
    holds: (facts) =>
      facts.mainCf &&
      lists.some((name) => {
        const words = wordsOf(facts, name) ?? [];
        return words.some(
          (word, index) =>
            whole.test(word) &&
            /^(?:reject|warn_if_reject|permit).*_(?:rbl|rhsbl|dnswl|rhswl)_/.test(words[index - 1] ?? ''),
        );
      }),
  };
}
