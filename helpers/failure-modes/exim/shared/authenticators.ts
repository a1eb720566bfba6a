/** How Exim says that what it was to expand is no expression. */
export const expansionFails =
  '(?:missing (?:or misplaced|[})])|unknown (?:expansion|variable|condition|lookup|operator)|unable to expand|condition name expected|expansion of)';
