import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'sendmail/map-lookup-fails',
  kind: 'fault',
  title: 'Sendmail asks a map, and the server behind it fails',
  cause:
    'A map of LDAP, a socket or NIS does not answer, does not let Sendmail in, or is set up wrongly. As it can not tell whether an address exists, it puts mail off.',
  symptoms: {
    log: [
      {
        pattern:
          /Error (?:in ldap_search|getting LDAP results)|timeout (?:connecting to|during) (?:LDAP|PH) (?:server|lookup)|socket_map_lookup\(|LDAP map: (?:cannot open secret|Illegal)|failed to (?:bind|initialize|connect).* in map |Cannot bind to map |socket map "\S+": |prog_map_lookup\(|NIS map \S+ specified, but NIS not running|map open failed/,
        specimen: 'sm-mta[2571]: u8F1B2C3002571: SYSERR(root): 451 4.3.5 Error in ldap_search in map virtuser',
        strength: 'names',
      },
    ],
    facts: [],
    client: '451 4.3.5 Temporary system failure',
  },
  repair: {
    words: 'Ask the same by hand, and see the map’s definition in sendmail.mc.',
    commands: ['sendmail -bt -d60.5 </dev/null', 'echo "/map virtuser alice@example.test" | sendmail -bt'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://github.com/freebsd/freebsd-src/blob/main/contrib/sendmail/cf/README'],
};
