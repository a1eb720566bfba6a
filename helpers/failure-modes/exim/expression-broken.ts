import type { FailureMode } from '../../model/failure-mode';
import { expansionFails } from './shared/authenticators';

export const mode: FailureMode = {
  id: 'exim/expression-broken',
  kind: 'fault',
  title: 'a string in Exim’s configuration can’t be expanded, or yields what can’t stand there',
  cause:
    'Routers, transports and ACLs have strings that are expanded for each mail. A brace too few, or a variable or an operator that this version does not have, shows only when a mail comes that far; so does a value that the option does not take, and an expression in an option that this version does not expand. Mail is deferred then.',
  symptoms: {
    log: [
      {
        pattern: new RegExp(
          `^(?!.*(?:authenticator failed|unknown lookup type)).*[Ff]ailed to expand .*${expansionFails}`,
        ),
        specimen:
          '2026-11-24 23:49:37 H=client.outside.example [198.51.100.7] temporarily rejected RCPT <alice@example.test>: failed to expand ACL string "$sender_adress": unknown variable name "sender_adress"',
        strength: 'names',
      },
      {
        pattern: /bad \w+ option in transport: /,
        specimen: "2026-11-24 23:49:37 1w5ogn-00000000009-0BBo bad protocol option in transport: ''",
        strength: 'names',
        alternative: true,
      },
      {
        pattern:
          /[Ee]xpansion of (?!.* failed while rewriting).*(?:failed|in \S+ transport failed|command "[^"]*" in \S+ transport failed): (?!.*(?:failed to open|gave DEFER|unknown lookup type))(?:missing|unknown|unable|condition|"[^"]*" is not)/,
        specimen: `2026-11-24 23:49:37 1vNZ2k-000123-AB == alice@example.test R=local_user T=local_delivery defer (-1): Expansion of "/home/\${local_part" (file or directory name for local_delivery transport) failed: missing } at end of string`,
        strength: 'names',
        alternative: true,
      },
      {
        pattern:
          /failed to expand "[^"]*" while checking a list: (?!.*(?:failed to open|gave DEFER|[Tt]ainted|lookup type))|"[^"]*" is not a valid value for the "\w+" option|expansion of smtp_accept_max_per_host (?:failed|for \S+ contains non-digit)|[Ff]ailed to expand (?:max_parallel|batch_id|message_size_limit|dsn_from|cannot_route_message)/,
        specimen: `2026-11-24 23:49:37 failed to expand "\${foo}" while checking a list: unknown expansion`,
        strength: 'names',
        alternative: true,
      },
      {
        pattern:
          /[Ff]ailed to expand (?:ACL string |user string |group string |condition |transport |event_action \S+ )?"(?!.*(?:failed to open|gave DEFER|[Tt]ainted|NULL$|MYSQL|PGSQL|LDAP|SQLITE|REDIS|connect|lookup type|search: |Undefined subroutine|dlopen|perl_startup|dkim_|bounce_message_file)).*: \S/,
        specimen: `2026-11-24 23:49:37 H=client.outside.example [198.51.100.7] F=<x@outside.example> temporarily rejected RCPT <alice@example.test>: failed to expand ACL string "\${extract{1}{x}": missing argument`,
        strength: 'suggests',
        alternative: true,
      },
      {
        pattern: /[Ff]ailed to expand return path "(?!.*(?:failed to open|gave DEFER|[Tt]ainted)).*": /,
        specimen: `2026-11-24 23:49:37 1vNZ2k-000123-AB == x@elsewhere.example R=dnslookup T=remote_forwarded_smtp defer (-1): Failed to expand return path "\${srs_encode {key} {$return_path} {example.test}}": SRS: empty address`,
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: '451 Temporary local problem - please try later',
  },
  repair: {
    words: 'Correct the string that is named; expand it by hand until it does.',
    commands: ['exim -bV', 'exim -be   # and type the string'],
  },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.exim.org/exim-html-current/doc/html/spec_html/ch-string_expansions.html'],
};
