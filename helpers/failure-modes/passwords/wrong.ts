import type { FactSign, FailureMode } from '../../model/failure-mode';
import { loginOnly } from '../shared/client-steps';
import { cyrusKnowsNoUser, cyrusRefuses } from '../shared/cyrus-imap';
import { running } from '../shared/facts';
import { loginFailed, mayBy, notVerified, smtpdChrooted, usesSasldb } from '../shared/sasl-files';
import { realmFact } from './shared/realms';

// The other mechanisms say more: see passwords/wrong-response.
const refusedInClear = {
  ...loginFailed,
  pattern: /^warning: \S+: SASL (?:PLAIN|LOGIN) authentication failed: authentication failure(?:, sasl_username=.*)?$/,
} as const;

const sasldbReadable: FactSign = {
  words: 'smtpd finds the file and may read it',
  look: 'ls -l /etc/sasldb2',
  holds: (facts) => {
    const chroot = smtpdChrooted(facts);
    if (chroot === undefined) return undefined;
    const fact = facts.files.get(chroot ? '/var/spool/postfix/etc/sasldb2' : '/etc/sasldb2');
    return fact && (mayBy(fact, 'postfix', 4) || (fact.kind === 'file' && fact.group === 'sasl'));
  },
};

export const mode: FailureMode = {
  id: 'passwords/wrong',
  kind: 'client',
  common: true,
  title: 'a client logs in with a wrong password, or under a name that sasldb2 does not have',
  cause:
    'SASL answers to a wrong password and to an unknown name alike, so that nobody can find out names. Names in sasldb2 ' +
    'are taken literally: Alice is not alice, and alice@mail.example.test is not alice@example.test. Many such lines from ' +
    'many addresses are robots that guess, and no fault of the server. Plesk’s saslauthd looks into its own mailboxes.',
  symptoms: {
    log: [
      refusedInClear,
      notVerified,
      cyrusRefuses,
      cyrusKnowsNoUser,
      {
        // Plesk’s own saslauthd.
        pattern: /^failed mail authenticatication attempt for user /,
        specimen:
          "plesk_saslauthd[4434]: failed mail authenticatication attempt for user 'alice@example.test' (password len=6)",
        strength: 'names',
        program: /plesk_saslauthd/,
        alternative: true,
      },
      {
        pattern: /^warning: SASL authentication failure: could not verify password$/,
        specimen: 'postfix/smtpd[9]: warning: SASL authentication failure: could not verify password',
        strength: 'suggests',
        alternative: true,
      },
    ],
    facts: [
      usesSasldb,
      sasldbReadable,
      realmFact('all users have the realm that names without a domain get', (stored, login) => {
        return stored.every((realm) => realm === login);
      }),
      running('saslauthd', false),
    ],
    client: '`535 5.7.8 Error: authentication failed: authentication failure`.',
  },
  repair: {
    words: 'Compare the name in the client with sasldblistusers2, letter by letter, and set the password anew.',
    commands: ['sasldblistusers2', 'saslpasswd2 -u example.test alice'],
  },
  reproduction: {
    inject: '',
    provoke: [loginOnly('alice', 'wrong-horse')],
    repair: '',
    toldBy: 'log and facts',
  },
  versions: {},
  noticedBy: [],
  references: [
    'https://github.com/docker-mailserver/docker-mailserver/issues/1345',
    'https://www.rfc-editor.org/rfc/rfc4954#section-6',
  ],
};
