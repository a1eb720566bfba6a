import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/program-error',
  kind: 'fault',
  title: 'a server’s own program, or a plug-in, fails by an error in its code or in its database',
  cause:
    'A server that is written in JavaScript or Ruby (Haraka, ZoneMTA, WildDuck, Postal) writes the error of its language where it meets what nobody thought of: a setting that is not there, a version that does not fit another, a limit of its database. The lines below the error say in which file.',
  symptoms: {
    log: [
      {
        pattern: /\[CRIT\] \[-\] \[core\] (?:Uncaught )?(?:TypeError|ReferenceError|RangeError): /,
        specimen: "[CRIT] [-] [core] TypeError: Cannot read property 'passphrase' of null",
        strength: 'names',
      },
      {
        pattern: /^(?:TypeError|ReferenceError|RangeError): /,
        specimen: "zone-mta[15501]: TypeError: Cannot read property 'component' of undefined",
        strength: 'names',
        program: /^zone-mta$/,
        alternative: true,
      },
      {
        // Not where the database is out of reach.
        pattern:
          /(?:Internal error: (?!.*ConnectionError: )(?:\w+::)*\w+Error: |\] (?:Mysql2::Error|ActiveRecord::(?!ConnectionNotEstablished)\w+): )(?!.*(?:Can't connect to|Lost connection to|server has gone away|Unknown MySQL server host))/,
        specimen:
          "[8] [2021-09-19T18:14:18.556] INFO -- : [S38AEUH2KB] [4::13341 15205] Internal error: NoMethodError: undefined method `io' for nil:NilClass",
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'A connection that ends, or mail that stays.',
  },
  repair: {
    words:
      'Read where in its code it fails, look for the words among the reports of that project, and give it the setting or the version that it wants.',
    commands: [
      'docker compose logs --tail=200 | grep -n -A5 "Error: "',
      'npm ls --depth=0   # the versions of plug-ins',
    ],
  },
  unreproduced: 'Errors in the code of others are not made on purpose.',
  versions: {},
  noticedBy: [],
  references: ['https://haraka.github.io/core/Plugins', 'https://docs.postalserver.io'],
};
