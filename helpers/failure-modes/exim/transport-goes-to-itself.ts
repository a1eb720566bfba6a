import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/transport-goes-to-itself',
  kind: 'fault',
  title: 'a transport of Exim’s is to send to this machine, and does not',
  cause:
    'The hosts of the transport have an address of this machine, such as a filter at another port. Exim takes it for a loop unless allow_localhost is set.',
  symptoms: {
    log: [
      {
        pattern: /transport found host \S+ to be local/,
        specimen:
          '2026-11-24 23:49:37 1vNZ2k-000123-AB == alice@example.test R=amavis T=amavis_smtp defer (-1): amavis_smtp transport found host 127.0.0.1 to be local',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken, and waits.',
  },
  repair: {
    words: 'For a filter or a second server on this machine set allow_localhost, else name another host.',
    commands: ['exim -bP transport amavis_smtp | grep -E "hosts|port|allow_localhost"'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.exim.org/exim-html-current/doc/html/spec_html/ch-the_smtp_transport.html'],
};
