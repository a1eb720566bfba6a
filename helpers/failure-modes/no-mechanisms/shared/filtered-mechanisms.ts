import type { FactSign } from '../../../model/failure-mode';
import { died, throttled } from '../../shared/log-signs';
import { allFiltered, offerable } from '../../shared/sasl-mechanisms';

export const filtered = [allFiltered, died, throttled] as const;

/** What SASL could offer is of this kind. */
export function offers(words: string, judge: (names: readonly string[]) => boolean): FactSign {
  return {
    words,
    look: 'grep ^mech_list /etc/sasl2/smtpd.conf; ls /usr/lib64/sasl2',
    holds: (facts) => {
      const names = offerable(facts);
      return names && judge(names);
    },
  };
}

const clearText = /^(?:PLAIN|LOGIN)$/;

export const bare = /^(?:ANONYMOUS|EXTERNAL)$/;

export const onlyClearText = offers(
  'besides ANONYMOUS and EXTERNAL, SASL has only PLAIN and LOGIN to offer',
  (names) =>
    names.some((name) => clearText.test(name)) && names.every((name) => clearText.test(name) || bare.test(name)),
);
