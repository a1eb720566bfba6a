import { partsOf } from '../../../helpers/diagnosis/inputs/mixed-text';

const log = 'Nov 24 23:49:37 mail postfix/smtpd[16]: fatal: no SASL authentication mechanisms';
const mainCf = ['myhostname = mail.example.test', 'smtpd_sasl_auth_enable = yes'];
const masterCf = ['smtp inet n - n - - smtpd', '587 inet n - n - - smtpd', '  -o smtpd_sasl_auth_enable=yes'];
const smtpdConf = ['pwcheck_method: auxprop', 'mech_list: plain login'];

const partsIn = (...lines: readonly string[]) => partsOf('a paste', lines.join('\n'));
const kindsIn = (...lines: readonly string[]) => partsIn(...lines)?.map(({ kind }) => kind);

describe('a text into which several things were pasted is taken apart', () => {
  test('a log and the output of `postconf -n`, each with the lines that it had', () => {
    const parts = partsIn('Hello, my mail does not work:', log, 'and postconf -n says:', ...mainCf);

    expect(parts).toEqual([
      { kind: 'main.cf', text: ['', '', '', ...mainCf].join('\n') },
      { kind: 'log', text: ['Hello, my mail does not work:', log, 'and postconf -n says:', '', ''].join('\n') },
    ]);
  });

  test('what saslfinger prints', () => {
    expect(
      kindsIn(
        '-- active SMTP AUTH and TLS parameters for smtpd --',
        ...mainCf,
        '-- content --',
        ...smtpdConf,
        ...masterCf,
      ),
    ).toEqual(['main.cf', 'master.cf', 'smtpd.conf', 'text']);
  });

  test('a service that is commented out, whose options are those of the one above', () => {
    const service = [
      'smtp inet n - n - - smtpd',
      '#submission inet n - n - - smtpd',
      '  -o smtpd_sasl_auth_enable=yes',
    ];

    expect(partsIn(log, ...service, ...masterCf)?.find(({ kind }) => kind === 'master.cf')?.text).toBe(
      ['', ...service, ...masterCf].join('\n'),
    );
  });

  test('the configuration of Dovecot, whose braces are none of Postfix', () => {
    const dovecot = [
      'service auth {',
      '  unix_listener /var/spool/postfix/private/auth {',
      '    mode = 0660',
      '  }',
      '}',
    ];

    expect(partsIn(...dovecot, ...mainCf)).toEqual([
      { kind: 'main.cf', text: ['', '', '', '', '', ...mainCf].join('\n') },
      { kind: 'dovecot.conf', text: [...dovecot, '', ''].join('\n') },
    ]);
  });

  test('what is indented goes on with the line before', () => {
    const value = ['smtpd_recipient_restrictions =', '    permit_mynetworks,', '    reject_unauth_destination'];

    expect(partsIn(log, ...mainCf, ...value)?.[0]?.text).toBe(['', ...mainCf, ...value].join('\n'));
  });
});

describe('what is one thing stays one', () => {
  test.each([
    ['a log', [log, log]],
    ['a configuration with a line that is none', [...mainCf, 'smtpd_banner', ...mainCf]],
    ['a log in which a parameter is named once', [log, 'relayhost = smtp.example.test', log]],
    ['a list of services with their options', masterCf],
  ])('%s', (_what, lines) => {
    expect(kindsIn(...lines)).toBeUndefined();
  });

  test('a file of Postfix into which a line of another has got', () => {
    expect(partsOf('/etc/postfix/main.cf', [...mainCf, ...masterCf].join('\n'))).toBeUndefined();
  });
});
