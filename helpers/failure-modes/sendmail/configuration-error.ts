import type { FailureMode } from '../../model/failure-mode';
import { localConfigurationError } from './shared/outcomes';

export const mode: FailureMode = {
  id: 'sendmail/configuration-error',
  kind: 'fault',
  title: 'Sendmail can not read or does not understand its configuration',
  cause:
    'sendmail.cf is made by m4 from sendmail.mc; a line edited by hand has spaces where tabs must be, an option is misspelt, the file was made for another version, or a file that it names is not there or is closed. Sendmail ends at the start, or a rule fails for each mail.',
  symptoms: {
    log: [
      {
        pattern:
          /(?<!master|main)\.cf: line \d+: (?!.*class \S+ not available)|invalid rewrite line|unknown configuration line|rewrite: (?:map \S+ not found|expansion too long|excessive recursion|missing mapname)|Infinite loop in ruleset|buildaddr: unknown mailer|No (?:local|prog|\*file\*|\*include\*) mailer defined|QueueDirectory \(Q\) option must be set|\.cf (?:version level|file is out of date)|InputFilter \S+ not defined|PortOptions parameter|in Family=option|milter_set_option: |unknown (?:mailer|filter|queue) equate|554 5\.3\.(?:0|5) (?:host|service) "\S+" unknown|Unknown ruleset |readcf: (?:option|unknown)/,
        specimen:
          'sendmail[2571]: NOQUEUE: SYSERR(root): /etc/mail/sendmail.cf: line 812: invalid rewrite line "R$* < @ $* > $#relay" (tab expected)',
        strength: 'names',
        program: /^(?:sendmail|sm-\w+|newaliases)$/,
      },
      {
        pattern:
          /(?:Sequence|Switch|User) map \S+: unknown|No file name for \S+ map|Illegal option \S map|(?:Scope|Deref|Method for binding) must be \[|No filter given in map|text map "\S+"(?:, file \S+)?: |dns map \S+: (?:missing|wrong)|(?:address|Address|port|Port)= option unsupported for family|bad ruleset (?:\d|definition|number)|fileclass: (?:bogus|missing)|SYSERR\(\w+\): (?:invalid (?:V line|argument to V)|M\S+: (?:A=|P=|unknown|too few)|X\S+: (?:`|unknown|bad|invalid|empty))/,
        specimen: 'sm-mta[2571]: NOQUEUE: SYSERR(root): No file name for hash map access',
        strength: 'names',
        alternative: true,
      },
      {
        pattern: /fileclass: cannot open '\S+'/,
        specimen:
          "sm-mta[2571]: NOQUEUE: SYSERR(root): fileclass: cannot open '/etc/mail/local-host-names': No such file or directory",
        strength: 'names',
        alternative: true,
      },
      {
        pattern: /SYSERR\(\w+\): cannot open \/etc\/mail\/\S+\.cf: /,
        specimen: 'sm-mta[9]: NOQUEUE: SYSERR(root): cannot open /etc/mail/sendmail.cf: No such file or directory',
        strength: 'names',
        alternative: true,
      },
      localConfigurationError,
    ],
    facts: [],
    client: 'No greeting: Sendmail does not run.',
  },
  repair: {
    words: 'Make it anew from sendmail.mc, and change only that.',
    commands: ['make -C /etc/mail', 'sendmail -bt -d0.1 </dev/null', 'echo "3,0 alice@example.test" | sendmail -bt'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://github.com/freebsd/freebsd-src/blob/main/contrib/sendmail/cf/README'],
};
