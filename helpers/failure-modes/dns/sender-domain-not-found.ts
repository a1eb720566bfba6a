import type { FailureMode } from '../../model/failure-mode';
import { mailOfUser } from '../shared/client-steps';
import { opposite } from '../shared/facts';
import { listFact } from '../shared/restriction-lists';
import { chrooted, domainNotFound } from './shared/name-checks';

const senderCheckFirst = listFact(
  'smtpd_sender_restrictions',
  'smtpd_sender_restrictions has reject_unknown_sender_domain',
  (list) => list.includes('reject_unknown_sender_domain'),
);

export const mode: FailureMode = {
  id: 'dns/sender-domain-not-found',
  common: true,
  kind: 'client',
  title: 'the domain of a sender does not exist',
  cause:
    'reject_unknown_sender_domain wants an MX or A record for the sender’s domain, because nothing could be ' +
    'answered to it. A script writes as root@localhost.localdomain or with a domain that only exists inside, or ' +
    'the DNS of that domain is broken. If it is so with all domains, it is the server’s own resolver.',
  symptoms: {
    log: [domainNotFound('Sender', '1.8', 'suggests')],
    facts: [opposite(chrooted, 'no smtpd service of master.cf is chrooted'), senderCheckFirst],
    client: '450 4.1.8 <x@nowhere.example>: Sender address rejected: Domain not found, also after a login',
  },
  repair: {
    words: 'Write with a domain that exists; for users, put permit_sasl_authenticated before the check.',
    commands: [
      'dig +short mx nowhere.example',
      'postconf -e "smtpd_sender_restrictions = permit_mynetworks, permit_sasl_authenticated, reject_unknown_sender_domain"',
      'systemctl reload postfix',
    ],
  },
  reproduction: {
    inject: '',
    provoke: [{ ...mailOfUser, from: 'x@nowhere.example' }],
    repair: '',
    zones: [{ suffix: 'nowhere.example', kind: 'nxdomain' }],
    toldBy: 'log and facts',
  },
  versions: {},
  noticedBy: [],
  references: [
    'https://www.postfix.org/postconf.5.html#reject_unknown_sender_domain',
    'https://github.com/docker-mailserver/docker-mailserver/issues/1744',
  ],
};
