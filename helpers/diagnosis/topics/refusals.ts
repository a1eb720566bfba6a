import { type Topic, topic } from './topic';

/** What is refused: senders, names, addresses on lists, too much, spam. */
export const refusals: readonly Topic[] = [
  topic(
    /(?:sender|\bfrom\b|envelope|return-path|identity|reverse-path|mailfrom).*(?:refus|reject|not (?:allow|own|permit|author|verif|match|accept|valid|belong)|denied|invalid|mismatch|unauthori[sz]ed|must|fail|unverified|forbidden|illegal|syntax|malformed)|(?:not (?:allow|permit|author)|unauthori[sz]ed|denied|forbidden|invalid|illegal|unverified|verify|match).*(?:sender|\bfrom\b|send as|\bas\b.*address|identity)|send ?as|mailbox unavailable|action not taken|relay from|alias/i,
    `
    relay-client/sender-not-allowed relay-refused/sender-not-owned relay-refused/sender-access-refuses
    client/address-malformed client/sends-without-login relay-client/address-not-registered
    relay-client/sender-not-proven exim/sender-not-verified exim/next-server-refuses-sender
    opensmtpd/next-server-refuses haraka/sender-of-another-domain courier/sender-domain-unknown
    sendmail/sender-domain-unknown limits/sender-not-fqdn relay-refused/sender-unknown`,
  ),
  topic(
    /\b(?:helo|ehlo)\b.*(?:reject|refus|invalid|need|not|bad|denied|fqdn|fully|syntax|access)|fully[- ]qualified/i,
    `
    client/helo-refused limits/helo-not-fqdn limits/helo-invalid limits/helo-not-found limits/sender-not-fqdn
    exim/helo-refused opensmtpd/helo-invalid opensmtpd/own-name-not-found sendmail/own-name-unknown`,
  ),
  topic(
    /\bSPF\b|DKIM|DMARC|unauthenticated (?:mail|email|message)|5\.7\.2[36]/i,
    `
    relay-client/sender-not-proven relay-refused/sender-fails-spf services/opendkim-does-not-sign
    services/opendkim-key-unusable relay-refused/spf-sees-the-gateway services/milter-down exim/signature-not-valid
    exim/dkim-key-unusable exim/dmarc-list-missing exim/spf-refused`,
  ),
  topic(
    /black ?list|block ?list|block(?:ed)? (?:using|by|at|due)|listed|rbl|dnsbl|reputation|spamhaus|barracuda|reverse dns|\bPTR\b|\bban(?:ned)?\b/i,
    `
    relay-client/own-address-listed relay-client/own-domain-listed relay-client/direct-mail-refused
    relay-client/own-address-without-name dns/client-listed exim/client-listed dns/list-refuses-open-resolver
    dns/lists-before-login relay-client/taken-for-spam exim/next-server-refuses opensmtpd/next-server-refuses`,
  ),
  topic(
    /gr[ea]y-?list|try again later|temporar(?:y|ily) (?:reject|defer|refus|unavail)|rate|limit|too many|quota|throttl|exceed/i,
    `
    relay-client/sending-limited relay-client/put-off-by-greylisting relay-client/logins-limited services/greylisting
    limits/connection-rate limits/connections-at-once limits/login-rate limits/message-rate limits/message-size
    exim/greylisted exim/too-many-connections exim/sending-limited exim/too-many-recipients exim/message-too-big
    opensmtpd/too-many-connections dovecot/limits-reached delivery/mailbox-full dovecot/mail-processes-at-limit
    opensmtpd/session-limits courier/connections-at-limit courier/too-many-recipients haraka/too-busy
    sendmail/too-busy`,
  ),
  topic(
    /spam|virus|content (?:reject|filter)|policy/i,
    `
    relay-client/taken-for-spam services/milter-refuses services/content-check-refuses services/policy-server-down
    relay-client/direct-mail-refused relay-refused/refused-in-own-words sendmail/milter-refuses courier/filter-refuses
    haraka/content-refused haraka/scanner-fails`,
  ),
];
