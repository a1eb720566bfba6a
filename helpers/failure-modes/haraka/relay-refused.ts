import type { FailureMode } from '../../model/failure-mode';
import { clientGets } from '../client/shared/client-words';

export const mode: FailureMode = {
  id: 'haraka/relay-refused',
  kind: 'client',

  title: 'Haraka does not take the recipient’s domain from a client that has not logged in',
  cause:
    'No plugin takes the recipient: its domain is not in config/host_list, the client is not in relay_acl_allow, and it has not logged in. If the domain is the server’s own, it lacks in host_list, or config/plugins has no plugin for recipients.',
  symptoms: {
    log: [
      {
        pattern: /\[core\] recipient <[^>]*> code=DENY\w* .*(?:I cannot deliver mail for|relay(?:ing)? (?:denied|not))/,
        specimen:
          '[NOTICE] [9D17160C-C75C-4B14-8C7C-B17E284E8BE0.1] [core] recipient <y@elsewhere.example> code=DENY msg="I cannot deliver mail for <y@elsewhere.example>" sender=x@outside.example',
        strength: 'names',
      },
      {
        pattern: /\[core\] disconnect .* lr="550 5\.1\.1 I cannot deliver mail for /,
        specimen:
          '[NOTICE] [9D17160C-C75C-4B14-8C7C-B17E284E8BE0] [core] disconnect ip=198.51.100.7 rdns=client.outside.example helo=client relay=N early=N esmtp=Y tls=N pipe=N errors=0 txns=1 rcpts=0/0/1 msgs=0/0/0 bytes=0 lr="550 5.1.1 I cannot deliver mail for <y@elsewhere.example>" time=0.054',
        strength: 'accompanies',
      },
      clientGets(
        /550[ -](?:5\.1\.1 )?I cannot deliver mail for </,
        'Error: Recipient command failed: 550 I cannot deliver mail for <y@elsewhere.example>',
      ),
      {
        pattern: /No plugin determined if relaying was allowed/,
        specimen:
          '[ALERT] [9D17160C-C75C-4B14-8C7C-B17E284E8BE0.1] [core] No plugin determined if relaying was allowed',
        strength: 'names',
        alternative: true,
      },
      clientGets(/550[ -]I cannot deliver mail for\b/, '550 I cannot deliver mail for <bob@example.com>'),
      {
        pattern: /\[core\] .*(?:You are not allowed to relay|Mail for that recipient is not accepted here)/,
        specimen:
          '[NOTICE] [8B2E7C61-3C4F-4F3B-9A9A-8A5C2D1A3B11] [core] disconnect ip=198.51.100.7 rdns=client.outside.example helo=client relay=N early=N esmtp=Y tls=N pipe=N errors=0 txns=1 rcpts=0/0/1 msgs=0/0/0 bytes=0 lr="550 You are not allowed to relay" time=0.054',
        strength: 'names',
        alternative: true,
      },
      {
        pattern: /after RCPT TO: 550 \[[\w-]+@[\w.-]+\] I cannot deliver mail for /,
        specimen:
          'dma[101a6][82494]: remote delivery to haraka [172.16.16.9] failed after RCPT TO: 550 [CFB63D57@haraka] I cannot deliver mail for <bob@gmx.net>',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: '550 5.1.1 I cannot deliver mail for <y@elsewhere.example>',
  },
  repair: {
    words: 'Make the client log in; name one’s own domains in host_list.',
    commands: ['cat config/host_list config/relay_acl_allow', 'grep -nE "^(rcpt_to|relay)" config/plugins'],
  },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://haraka.github.io/plugins/relay'],
};
