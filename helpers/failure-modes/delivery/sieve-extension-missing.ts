import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'delivery/sieve-extension-missing',
  kind: 'fault',
  title: 'a Sieve script asks for an extension that this server does not give',
  cause:
    'require names an extension that Dovecot does not know, that is not installed, or that only scripts of the administrator may use: vnd.dovecot.pipe, execute and filter need the plugin sieve_extprograms and sieve_global_extensions, others stand in sieve_extensions. The script as a whole is not used then.',
  symptoms: {
    log: [
      {
        pattern:
          /unknown Sieve capability|failed to (?:load Sieve capability|enable extension) .*restricted to global scripts|ignored unknown extension .* while configuring|extension is unconfigured|extension is not configured \(refer to server log|failed to load \S+ extension support|the \S+ extension cannot be used in this context/,
        specimen:
          "dovecot: lmtp(alice@example.test)<1><x>: Error: sieve: .dovecot: line 1: error: require command: unknown Sieve capability `vnd.dovecot.pipe'",
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken.',
  },
  repair: {
    words: 'Load the plugin and allow the extension, or take it out of the script.',
    commands: [
      'doveconf -n | grep -E "sieve_(plugins|extensions|global_extensions)"',
      'sievec /home/alice/.dovecot.sieve',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: [
    'https://doc.dovecot.org/2.3/configuration_manual/sieve/extensions/',
    'https://doc.dovecot.org/2.3/configuration_manual/sieve/configuration/',
  ],
};
