import type { ExpectedReplies } from './target';

/** What the how-to's server says, on every version of Postfix. */
export const howtoReplies: ExpectedReplies = {
  mailTaken: [{ code: 250, enhanced: '2.1.0' }],
  recipientTaken: [{ code: 250, enhanced: '2.1.5' }],
  // 454: by the default smtpd_relay_restrictions, which end in defer_unauth_destination. 554: by
  // reject_unauth_destination alone, where that parameter is empty.
  relayRefused: [
    { code: 454, enhanced: '4.7.1' },
    { code: 554, enhanced: '5.7.1' },
  ],
  loginAccepted: [{ code: 235, enhanced: '2.7.0' }],
  loginRefused: [{ code: 535, enhanced: '5.7.8' }],
  emptyPasswordRefused: [{ code: 535, enhanced: '5.7.8' }],
  authOutOfOrder: [{ code: 503, enhanced: '5.5.1' }],
  tlsReady: [{ code: 220, enhanced: '2.0.0' }],
};

/** What RFC 5321, 4954 and 3207 leave to a server; enhanced status codes are nobody's duty (RFC 2034). */
export const rfcReplies: ExpectedReplies = {
  mailTaken: [{ code: 250, enhanced: 'any' }],
  // RFC 5321 section 4.3.2: 251 too.
  recipientTaken: [{ class: 2 }],
  relayRefused: [{ class: 4 }, { class: 5 }],
  loginAccepted: [{ code: 235, enhanced: 'any' }],
  // RFC 4954 section 6.
  loginRefused: [{ code: 535, enhanced: 'any' }],
  // As wrong syntax too, 501 or 504.
  emptyPasswordRefused: [{ class: 5 }],
  authOutOfOrder: [{ code: 503, enhanced: 'any' }],
  tlsReady: [{ code: 220, enhanced: 'any' }],
};
