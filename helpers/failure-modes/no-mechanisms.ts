import type { FailureMode } from '../model/failure-mode';
import { absent, died, throttled } from './signs';

/** `fatal: no SASL authentication mechanisms`: a symptom with many causes. The line before it tells. */
export const noMechanisms: readonly FailureMode[] = [
  {
    id: 'no-mechanisms/plug-ins-missing',
    kind: 'fault',
    title: 'mech_list names mechanisms whose plug-ins are not installed',
    cause:
      'Cyrus SASL finds no plug-in for any name in mech_list, so its list of mechanisms is empty, and smtpd ends before ' +
      'it greets anybody. On CentOS 7 `cyrus-sasl` alone brings saslauthd but no mechanism: PLAIN and LOGIN are in ' +
      '`cyrus-sasl-plain`, CRAM-MD5 and DIGEST-MD5 in `cyrus-sasl-md5`; on Debian they are in `libsasl2-modules`.',
    symptoms: {
      log: [
        {
          pattern: /^warning: xsasl_cyrus_server_get_mechanism_list: no mechanism available$/,
          specimen: 'postfix/smtpd[16]: warning: xsasl_cyrus_server_get_mechanism_list: no mechanism available',
          strength: 'suggests',
        },
        died,
        throttled,
      ],
      facts: [absent('/usr/lib64/sasl2/libplain.so')],
      client: 'No greeting: the connection closes after a second; the next ones hang in silence for up to a minute.',
    },
    repair: {
      words: 'Install the plug-ins and restart Postfix: a reload does not lift the throttling.',
      commands: [
        'yum install cyrus-sasl-plain   # Debian: apt-get install libsasl2-modules',
        'systemctl restart postfix',
      ],
    },
    reproduction: {
      inject: `mkdir -p /root/plug-ins
mv /usr/lib64/sasl2/lib{plain,login,crammd5,digestmd5}.* /root/plug-ins/
printf 'pwcheck_method: saslauthd\\nmech_list: plain login\\n' >/etc/sasl2/smtpd.conf`,
      provoke: [{ kind: 'mail', login: { mechanism: 'PLAIN', password: 'right' } }],
      repair: `mv /root/plug-ins/* /usr/lib64/sasl2/
: >/etc/sasl2/smtpd.conf`,
      toldBy: 'log and facts',
    },
    versions: {},
    noticedBy: ['no-mechanisms/usable-on-25', 'no-mechanisms/usable-on-587'],
    references: ['https://www.postfix.org/SASL_README.html'],
  },
];
