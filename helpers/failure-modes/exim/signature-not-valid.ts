import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/signature-not-valid',
  kind: 'noise',
  title: 'Exim notes that the DKIM signature of a mail does not hold',
  cause:
    'Exim checks each signature of incoming mail and writes what it finds. A mailing list that changes the mail, a key that was taken out of DNS or could not be fetched, or a forger makes it invalid; by itself nothing is refused.',
  symptoms: {
    log: [
      {
        pattern:
          /DKIM: (?:validation error: |Error during validation)|DKIM: .*\[(?:verification failed - |invalid - |failed key import)/,
        specimen:
          '2026-11-24 23:49:37 1vNZ2k-000123-AB DKIM: d=outside.example s=sel c=relaxed/relaxed a=rsa-sha256 b=2048 [verification failed - body hash mismatch (body probably modified in transit)]',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'None.',
  },
  repair: {
    words: 'Nothing; if mail is refused for it, acl_smtp_dkim says so.',
    commands: ['exim -bP acl_smtp_dkim'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.exim.org/exim-html-current/doc/html/spec_html/ch-dkim_spf_srs_and_dmarc.html'],
};
