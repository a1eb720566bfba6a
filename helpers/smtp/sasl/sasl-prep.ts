import { saslprep } from '@mongodb-js/saslprep';

/**
 * SASLprep, RFC 4013, which lets one name have one spelling: NFKC, odd spaces made plain, soft hyphens dropped. What it prohibits
 * (control characters, unassigned code points, mixed directions) comes back as it is: what a server makes of that is the
 * server's answer, not this client's.
 */
export function saslPrep(text: string): string {
  try {
    return saslprep(text);
  } catch {
    return text;
  }
}
