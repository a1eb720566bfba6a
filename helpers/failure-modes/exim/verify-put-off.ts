import type { FailureMode } from '../../model/failure-mode';
import { clientGets } from '../client/shared/client-words';

export const mode: FailureMode = {
  id: 'exim/verify-put-off',
  kind: 'fault',
  title: 'Exim can’t find out whether a sender, a recipient or a client’s name is right, and defers',
  cause:
    'require verify asks DNS, and with callout the other server. DNS did not answer, or that server did not: it is down, greylists, or refuses the questions of this one. Or the MX of the domain is this very server, which does not take it for its own.',
  symptoms: {
    log: [
      {
        pattern:
          /sender verify defer for (?!.*(?:lowest numbered MX record|failed to expand|failed to open|gave DEFER|[Tt]ainted))|temporarily rejected .*: Could not complete (?:sender|recipient) verify/,
        specimen:
          '2026-11-24 23:49:37 H=client.outside.example [198.51.100.7] F=<x@outside.example> temporarily rejected RCPT <alice@example.test>: Could not complete sender verify callout',
        strength: 'names',
      },
      clientGets(/451[ -]Could not complete (?:sender|recipient) verify/, '451 Could not complete sender verify'),
      // Exim says so of whatever it could not do.
      clientGets(/451[ -]Temporary local problem/, '451 Temporary local problem - please try later', 'suggests'),
      {
        pattern:
          /temporarily rejected .*(?:DNS lookup of (?!"?[A-Z]+(?:_[A-Z]+)+"? )"?\S+"? deferred|host lookup deferred for reverse lookup check|response to "(?:RCPT|MAIL|HELO|EHLO))|rejected RCPT .*: Could not complete (?:sender|recipient) verify/,
        specimen:
          '2026-11-24 23:49:37 H=client.outside.example [198.51.100.7] F=<x@outside.example> temporarily rejected RCPT <alice@example.test>: response to "MAIL FROM:<>" from store.example.test [192.0.2.7] was: 450 try later',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: '451 Could not complete sender verify callout',
  },
  repair: {
    words: 'Ask DNS by hand; take callout out, or add defer_ok.',
    commands: [
      'host -t MX outside.example',
      'exim -bv x@outside.example',
      'grep -nE "verify *= *(sender|recipient)" /etc/exim4/exim4.conf*',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.exim.org/exim-html-current/doc/html/spec_html/ch-access_control_lists.html'],
};
