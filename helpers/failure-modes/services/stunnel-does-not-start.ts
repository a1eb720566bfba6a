import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/stunnel-does-not-start',
  kind: 'fault',
  title: 'stunnel does not start with its configuration',
  cause:
    'A certificate, a key or CAfile is missing, unreadable or not of the form PEM, another program has its port, or stunnel.conf has an option that is not known there. The line before “Configuration failed” says which. Until then nothing answers where programs expect TLS.',
  symptoms: {
    log: [
      {
        pattern: /\bService \[[^\]]+\]: Failed to initialize TLS context$/,
        specimen: 'stunnel[900]: LOG3[ui]: Service [ssmtp]: Failed to initialize TLS context',
        strength: 'names',
      },
      {
        pattern: /\b(?:Binding service \[[^\]]+\] failed$|Error binding service \[[^\]]+\] to )/,
        specimen: 'stunnel[900]: LOG3[ui]: Error binding service [ssmtp] to 0.0.0.0:465: Address already in use (98)',
        strength: 'names',
        alternative: true,
      },
      {
        pattern: /^(?:.*\bLOG3\[ui\]: |\[!\] )\S+:\d+: ".*": Specified option name is not valid here$/,
        specimen:
          'stunnel[900]: [!] /etc/stunnel/smtp.conf:6: "acept = 127.0.0.1:2525": Specified option name is not valid here',
        strength: 'names',
        alternative: true,
      },
      {
        pattern: /(?:\bLOG3\[ui\]: |^\[!\] )Configuration failed$/,
        specimen: 'stunnel[900]: LOG3[ui]: Configuration failed',
        strength: 'accompanies',
      },
    ],
    facts: [],
    client: 'connection refused',
  },
  repair: {
    words: 'Mend what the line before it says, and start stunnel in the foreground until it stays.',
    commands: ['stunnel /etc/stunnel/stunnel.conf', 'ls -l /etc/stunnel', 'ss -ltnp'],
  },
  unreproduced: 'Its lines are those of stunnel; our images speak TLS themselves.',
  versions: {},
  noticedBy: [],
  references: ['https://www.stunnel.org/static/stunnel.html'],
};
