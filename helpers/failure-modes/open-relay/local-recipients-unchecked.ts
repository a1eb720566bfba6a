import type { FailureMode } from '../../model/failure-mode';
import { mailOfStranger } from '../shared/client-steps';
import { perhaps } from '../shared/facts';

export const mode: FailureMode = {
  id: 'open-relay/local-recipients-unchecked',
  kind: 'exposure',
  title: 'local_recipient_maps is empty, so the server bounces mail of strangers to strangers',
  cause:
    'An empty local_recipient_maps makes smtpd take mail for every name at the own domain and find out later that ' +
    'nobody has it. The bounce goes to the envelope sender, who is most often forged: backscatter, for which a ' +
    'server is listed as a spam source.',
  symptoms: {
    log: [],
    facts: [
      perhaps({
        words: 'local_recipient_maps is set, and empty',
        look: 'postconf -n local_recipient_maps',
        holds: ({ mainCf }) => mainCf && mainCf.get('local_recipient_maps')?.value.trim() === '',
      }),
    ],
    client: '250 2.1.5 Ok for names that do not exist',
  },
  repair: {
    words: 'Leave it at its default; where mailboxes are elsewhere, list them in a table.',
    commands: ['postconf -X local_recipient_maps', 'systemctl reload postfix'],
  },
  reproduction: {
    inject: 'postconf -e local_recipient_maps=',
    provoke: [{ ...mailOfStranger, to: 'nobody-of-that-name@example.test' }],
    repair: 'postconf -X local_recipient_maps',
    toldBy: 'facts',
  },
  versions: {},
  noticedBy: [],
  references: [
    'https://www.postfix.org/LOCAL_RECIPIENT_README.html',
    'https://www.postfix.org/BACKSCATTER_README.html',
  ],
};
