import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/spf-refused',
  kind: 'client',
  title: 'the domain of the sender says by SPF that this client may not send for it, and Exim refuses',
  cause:
    'The TXT record of the sender’s domain does not have the client’s address. It is forged, forwarded by another server, or one’s own user who did not log in; or Exim is behind a proxy and sees the proxy’s address.',
  symptoms: {
    log: [
      {
        pattern:
          /(?<!temporarily )rejected (?:RCPT|MAIL|after DATA)\b(?!.*(?:: response to "|[Pp]erm(?:anent )?[Ee]rr|[Tt]emp(?:orary )?[Ee]rr|\b(?:[Nn]o|without|missing|lacks)(?: an?)?(?: valid)? SPF)).*(?:\[SPF\]|\bSPF[ :]|is not allowed to send mail from)/,
        specimen:
          '2026-11-24 23:49:37 H=client.outside.example [198.51.100.7] F=<x@outside.example> rejected RCPT <alice@example.test>: [SPF] 198.51.100.7 is not allowed to send mail from outside.example.',
        strength: 'names',
      },
    ],
    facts: [],
    client: '550 [SPF] … is not allowed to send mail from …',
  },
  repair: {
    words: 'Correct the record if it is one’s own domain; let users log in and accept them before.',
    commands: ['host -t TXT outside.example', 'exim -bh 198.51.100.7'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.exim.org/exim-html-current/doc/html/spec_html/ch-dkim_spf_srs_and_dmarc.html', 'RFC 7208'],
};
