import type { FailureMode } from '../../model/failure-mode';
import { triedAll } from './shared/next-server';

export const mode: FailureMode = {
  id: 'haraka/next-server-unreachable',
  kind: 'fault',
  common: true,
  title: 'Haraka reaches no server to hand mail to, or loses the connection',
  cause:
    'The next server does not answer, refuses the connection or breaks it off. At port 25 to everybody, most often the provider blocks that; with queue/smtp_forward or a smarthost, host or port in smtp_forward.ini are wrong, or it does not run. “MX Lookup … failed” and “No Such Domain” say that DNS does not answer, or that the recipient’s domain does not exist or takes no mail.',
  symptoms: {
    log: [
      {
        pattern:
          /\[outbound\] (?:Ongoing connection failed to (?!.*SSL routines)|Failed to get (?:socket|pool entry): |Remote end \S+ closed connection while)|backend failure: \S+ - (?!.*SSL routines)|\[smtp_client\] no backend hosts in pool|\[(?:queue\/)?smtp_(?:forward|proxy)\] .*(?:ECONNREFUSED|ETIMEDOUT|ENOTFOUND|EHOSTUNREACH)/,
        specimen:
          '[ERROR] [6E2C5AB8-6A4C-4D2A-9C3B-3C9A5B0A6A5E.1.1] [outbound] Remote end mx.elsewhere.example:25 closed connection while we were processing mail. Trying next MX.',
        strength: 'names',
      },
      {
        pattern:
          /\[outbound\] (?:MX Lookup for \S+ failed: |bouncing mail: (?:No Such Domain|Nowhere to deliver mail|No MX for|Domain \S+ sends and receives no email))|Socket writability went away/,
        specimen:
          '[NOTICE] [8B2E7C61-3C4F-4F3B-9A9A-8A5C2D1A3B11.1] [outbound] MX Lookup for elsewhere.example failed: queryMx ESERVFAIL elsewhere.example',
        strength: 'names',
        alternative: true,
      },
      triedAll,
    ],
    facts: [],
    client: 'Nothing, where the mail is taken and waits; 450 at the end of the message, where it is handed on at once',
  },
  repair: {
    words: 'Try the connection by hand; where 25 is blocked, send by a smarthost at 587.',
    commands: [
      'host -t MX elsewhere.example',
      'nc -vz smarthost.example.test 587',
      'grep -nE "host|port" config/smtp_forward.ini',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://haraka.github.io/core/Outbound', 'https://haraka.github.io/plugins/queue/smtp_forward'],
};
