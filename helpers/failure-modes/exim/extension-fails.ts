import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/extension-fails',
  kind: 'fault',
  title: 'code that Exim’s configuration calls fails: Perl, a library or local_scan',
  cause:
    'perl_startup loads a file of Perl, dlfunc a library, local_scan is compiled in or loaded, as sa-exim. The file is not there, lacks a module, was built for another version, or crashes. Expressions that call it fail, and mail is deferred.',
  symptoms: {
    log: [
      {
        pattern:
          /error in perl_startup code|(?:failed to expand .*|^Failed: )Undefined subroutine &\w+::|dlopen "[^"]*" failed: |dlfunc\{[^}]*\}\{[^}]*\} failed |local_scan\(\) function (?:crashed with|timed out)|Perl subroutine "[^"]*" returned undef/,
        specimen:
          '2026-11-24 23:49:37 local_scan() function crashed with signal 11 - message temporarily rejected (size 1400)',
        strength: 'names',
      },
      {
        pattern: /rejected by local_scan\(\): (?:Local configuration error|Temporary local problem)/,
        specimen:
          '2026-11-24 23:49:37 1vNZ2k-000123-AB F=x@outside.example H=client.outside.example [198.51.100.7] P=esmtp temporarily rejected by local_scan(): Local configuration error - local_scan() library failure/usr/lib/exim/sa-exim.so: cannot open shared object file: No such file or directory',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: '451 Temporary local problem - please try later',
  },
  repair: {
    words: 'Run the code by itself; install what it lacks, or build it anew for this version.',
    commands: [
      'exim -bP perl_startup',
      'perl -c /etc/exim4/exim.pl',
      `exim -be '\${perl{my_function}{x}}'`,
      'exim -bV',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: [
    'https://www.exim.org/exim-html-current/doc/html/spec_html/ch-embedded_perl.html',
    'https://www.exim.org/exim-html-current/doc/html/spec_html/ch-adding_a_local_scan_function_to_exim.html',
  ],
};
