import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/client-greylisted',
  kind: 'noise',
  title: 'Exim greylists a client, which is to come again',
  cause:
    'A sender that is not known is put off at its first try; a real server tries again after some minutes. Users who log in are to be let in before.',
  symptoms: {
    log: [
      {
        pattern:
          /temporarily (?:rejected|greylisted) (?:RCPT|MAIL|after DATA)(?!.*(?:failed to |gave DEFER|response to "|[Tt]ainted|unknown )).*[Gg]r[ea]y-?[Ll]ist|temporarily greylisted RCPT/,
        specimen:
          '2026-11-24 23:49:37 H=client.outside.example [198.51.100.7] F=<x@outside.example> temporarily rejected RCPT <alice@example.test>: greylisted.',
        strength: 'names',
      },
    ],
    facts: [],
    client: '451 greylisted',
  },
  repair: {
    words: 'Nothing; accept authenticated = * and one’s own networks before it.',
    commands: ['systemctl status greylistd', 'cat /etc/greylistd/whitelist-hosts'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.exim.org/exim-html-current/doc/html/spec_html/ch-access_control_lists.html', 'RFC 6647'],
};
