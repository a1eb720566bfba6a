import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/macro-not-defined',
  kind: 'fault',
  title: 'a macro of Exim’s configuration is not defined and is taken for a name',
  cause:
    'Names in capitals such as MAIN_RELAY_NETS or ETC_MAILNAME are macros of Debian’s configuration, set by update-exim4.conf. In a file that was copied as /etc/exim4/exim4.conf they stand for themselves: Exim looks up a host or a domain of that name.',
  symptoms: {
    log: [
      {
        pattern:
          /(?:DNS lookup of|lookup of host|no IP address found for host) "?[A-Z]+(?:_[A-Z]+)+"?(?: deferred|$)|[<=@ ](?:\w+@)?(?:ETC_MAILNAME|MAIN_LOCAL_DOMAINS|MAIN_RELAY_NETS|MAIN_RELAY_TO_DOMAINS|REMOTE_SMTP_\w+|DCreadhost|DCsmarthost)\b/,
        specimen:
          '2016-10-12 11:54:09 H=localhost (alice.example.test) [127.0.0.1] F=<alice@example.test> temporarily rejected RCPT <bob@example.test>: DNS lookup of "MAIN_RELAY_NETS" deferred',
        strength: 'names',
      },
    ],
    facts: [],
    client: '451 Temporary local problem',
  },
  repair: {
    words: 'Define the macro before its use, or take the file away so that Debian’s own is made.',
    commands: [
      'exim4 -bP config_file; exim4 -bP macros | head',
      'grep -rn MAIN_RELAY_NETS /etc/exim4',
      'update-exim4.conf; systemctl restart exim4',
    ],
  },
  unreproduced: 'Our image of Exim has a configuration without macros.',
  versions: {},
  noticedBy: [],
  references: ['https://www.exim.org/exim-html-current/doc/html/spec_html/ch-the_exim_runtime_configuration_file.html'],
};
