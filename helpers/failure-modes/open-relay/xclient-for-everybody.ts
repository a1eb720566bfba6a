import type { FailureMode } from '../../model/failure-mode';
import { mailLines } from '../shared/client-steps';
import { alone } from '../shared/facts';
import { networkFact } from '../shared/networks';

export const mode: FailureMode = {
  id: 'open-relay/xclient-for-everybody',
  kind: 'exposure',
  title: 'smtpd_authorized_xclient_hosts lets strangers claim any address and login',
  cause:
    'XCLIENT is for a proxy that tells the server who the real client is, even as whom it has logged in. Where ' +
    'smtpd_authorized_xclient_hosts holds whole networks, anybody in them may say `XCLIENT ADDR=127.0.0.1` and is ' +
    'then in $mynetworks.',
  symptoms: {
    log: [],
    facts: [
      alone(
        networkFact(
          'smtpd_authorized_xclient_hosts holds a network of more than 256 addresses',
          ({ bits, family }) => (family === 4 && bits < 24) || (family === 6 && bits < 64),
          'smtpd_authorized_xclient_hosts',
        ),
      ),
    ],
    client: '250-XCLIENT NAME ADDR PROTO HELO … in the answer to EHLO; 220 after XCLIENT ADDR=127.0.0.1',
  },
  repair: {
    words: 'Name the proxies one by one; where there is none, leave it empty.',
    commands: ['postconf -X smtpd_authorized_xclient_hosts', 'systemctl reload postfix'],
  },
  reproduction: {
    inject: 'postconf -e smtpd_authorized_xclient_hosts=198.51.0.0/16',
    provoke: [
      {
        kind: 'lines',
        port: 25,
        lines: [
          'XCLIENT NAME=localhost ADDR=127.0.0.1',
          'EHLO client',
          ...mailLines('x@outside.example', 'x@elsewhere.example'),
        ],
      },
    ],
    repair: 'postconf -X smtpd_authorized_xclient_hosts',
    toldBy: 'facts',
  },
  versions: {},
  noticedBy: ['attacks/xclient-refused'],
  references: ['https://www.postfix.org/XCLIENT_README.html'],
};
