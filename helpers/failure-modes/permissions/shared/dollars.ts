import type { LogSign } from '../../../model/failure-mode';

/** A $ that leads to nothing, in main.cf or in the right side of a table of patterns. */
export const dollarToNothing: LogSign = {
  pattern:
    /^warning: (?:empty macro name: |illegal character in macro name|truncated macro reference: |unterminated macro|unreasonable macro call nesting: )/,
  specimen: 'postfix/cleanup[9]: warning: truncated macro reference: "foo ${1"',
  strength: 'suggests',
  alternative: true,
};
