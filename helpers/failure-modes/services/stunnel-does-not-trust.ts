import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/stunnel-does-not-trust',
  kind: 'fault',
  title: 'stunnel does not trust the certificate of the other side',
  cause:
    'verifyChain, verifyPeer or verify is on, and the certificate has expired, is not of an authority in CAfile or CApath, or is not of the name or address in checkHost or checkIP. stunnel ends the connection; the program that it stands before only sees it end.',
  symptoms: {
    log: [
      {
        pattern:
          /\bLOG4\[[\w:]+\]: (?:CERT: (?:Subject checks failed|Pre-verification error: )|Rejected by CERT at depth=)/,
        specimen: 'stunnel[900]: LOG4[0]: CERT: Pre-verification error: unable to get local issuer certificate',
        strength: 'names',
      },
      {
        pattern: /\bLOG3\[[\w:]+\]: SSL_connect: .*certificate verify failed/,
        specimen:
          'stunnel[900]: LOG3[0]: SSL_connect: ../ssl/statem/statem_clnt.c:1889: error:0A000086:SSL routines::certificate verify failed',
        strength: 'accompanies',
      },
    ],
    facts: [],
    client: 'The connection ends before a greeting.',
  },
  repair: {
    words:
      'Look at the certificate that the other side shows, then renew it there, give CAfile the authority, or checkHost the name that stands in it.',
    commands: [
      'openssl s_client -connect smtp.outside.example:465 -showcerts </dev/null',
      'grep -nE "^ *(verify|CA|check)" /etc/stunnel/*.conf',
    ],
  },
  unreproduced: 'Its lines are those of stunnel; our images speak TLS themselves.',
  versions: {},
  noticedBy: [],
  references: ['https://www.stunnel.org/static/stunnel.html'],
};
