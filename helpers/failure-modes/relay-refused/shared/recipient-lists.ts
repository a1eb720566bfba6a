import type { LogSign } from '../../../model/failure-mode';

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
