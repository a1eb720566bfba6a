import { requiredLiterals } from '../../../helpers/diagnosis/log/required-literals';

test.each<[RegExp, readonly string[] | undefined]>([
  [/^fatal: no SASL authentication mechanisms$/, ['fatal: no sasl authentication mechanisms']],
  [/Connect to (?:Dovecot auth socket )?'?\S+ failed: No such file/, [' failed: no such file']],
  [/(?:abc|def ghi) [0-9]+/, ['abc', 'def ghi']],
  [/one thing|other thing/, ['one thing', 'other thing']],
  [/one thing|\d+/, undefined],
  [/a.c/, undefined],
  [/colou?r/, ['colo']],
  [/(?!warning)abcd/, ['abcd']],
  [/(?:optional words)? xyz/, [' xyz']],
  [/SASL \S+ authentication failed: generic failure/i, [' authentication failed: generic failure']],
  [/status=\[sent\]\.$/, ['status=[sent].']],
  [/fopen\('\/etc\/x'/, ["fopen('"]],
  [/a{3}bcde/, ['bcde']],
])('%s needs %j', (pattern, literals) => {
  expect(requiredLiterals(pattern)).toEqual(literals);
});
