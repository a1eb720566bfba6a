import type { LogSign, ServerFacts } from '../../../model/failure-mode';
import { listOf, recipientLists } from '../../shared/restriction-lists';

export const diesWithoutRefusal: LogSign = {
  pattern:
    /^fatal: (?:in parameter smtpd_relay_restrictions or smtpd_recipient_restrictions,|parameter "smtpd_recipient_restrictions":) specify at least one working instance of: /,
  specimen:
    'postfix/smtpd[30323]: fatal: in parameter smtpd_relay_restrictions or smtpd_recipient_restrictions, specify at least one working instance of: reject_unauth_destination, defer_unauth_destination, reject, defer, defer_if_permit or check_relay_domains',
  strength: 'suggests',
};

export const relayListUnset = {
  words: 'smtpd_relay_restrictions is not set',
  look: 'postconf -n smtpd_relay_restrictions',
  holds: ({ mainCf }: { readonly mainCf: ReadonlyMap<string, unknown> | undefined }) =>
    mainCf && !mainCf.has('smtpd_relay_restrictions'),
};

/** Whether Postfix finds in the list what refuses to relay: not where it only warns, nor behind what permits everybody. */
export function refusesToRelay(list: readonly string[]): boolean {
  const end = list.findIndex((word, index) => /^permit$/i.test(word) && !isWarning(list[index - 1]));
  return list
    .slice(0, end < 0 ? undefined : end)
    .some((word, index) => required.test(word) && !isWarning(list[index - 1]));
}

/** Whether one of the two lists refuses to relay; undefined where that can’t be told. */
export function relayIsRefused(facts: ServerFacts): boolean | undefined {
  const lists = recipientLists.map((name) => listOf(facts, name));
  if (lists.some((list) => list && refusesToRelay(list))) return true;
  return lists.includes(undefined) ? undefined : false;
}

const required =
  /^(?:reject_unauth_destination|defer_unauth_destination|reject|defer|defer_if_permit|check_relay_domains)$/i;

function isWarning(word: string | undefined): boolean {
  return word !== undefined && /^warn_if_reject$/i.test(word);
}
