import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'haraka/next-server-wants-login',
  kind: 'fault',
  title: 'Haraka hands mail to another server without logging in there',
  cause:
    'queue/smtp_forward and queue/smtp_proxy log in only with what stands in their section [auth]; where that heading is ' +
    'commented out, auth_user and auth_pass belong to nothing. The other server refuses, and Haraka passes that on.',
  symptoms: {
    log: [
      {
        pattern:
          /\[core\] hook=queue\w* plugin=queue\/\w+ .*retval=DENY\w* msg="(?:5\.\d+\.\d+ )?[Aa]uthentication (?:is )?(?:[Rr]equired|needed)/,
        specimen:
          '[INFO] [944EDB20-1387-4BA0-A046-3232CE7013B5.1] [core] hook=queue plugin=queue/smtp_forward function=hook_queue params="" retval=DENY msg="5.7.0 Authentication required (944EDB20-1387-4BA0-A046-3232CE7013B5.1)"',
        strength: 'names',
      },
    ],
    facts: [],
    client: '550 5.7.0 Authentication required, at the end of the message',
  },
  repair: {
    words: 'Name user and password where the plug-in reads them.',
    commands: ['grep -n auth config/smtp_forward.ini config/smtp_proxy.ini'],
  },
  unreproduced: 'Its lines are those of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://haraka.github.io/plugins/queue/smtp_forward', 'https://github.com/haraka/Haraka/issues/1095'],
};
