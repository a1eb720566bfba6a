import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'delivery/full-text-search-fails',
  kind: 'fault',
  title: 'Dovecot’s full text search does not work',
  cause:
    'A search server (Solr, Tika, Elasticsearch) is not reached or has another schema, an index of the built-in one is damaged or its folder closed, the mail itself can’t be read, the script that reads attachments (fts_decoder) fails, or indexing takes longer than fts_index_timeout. Search in message bodies fails; mail arrives all the same.',
  symptoms: {
    log: [
      {
        pattern:
          /fts(?:[_-]\w+)?\S*: (?:Indexing failed|Lookup failed|Invalid setting|url setting missing|PUT http|received invalid|Failed to (?:initialize backend|parse|sync)|failed to read payload)|indexer failed to index mailbox|Timeout while waiting for indexing to finish|FTS (?:optimize|transaction commit) failed|fts_\w+: Unknown|or fts_tokenizers setting must exist|indexer-worker\S*: Error: (?:Mailbox \S+: )?(?:Mail search failed|Transaction commit failed|Precache for UID)/,
        specimen: 'dovecot: indexer-worker(alice)<1><x>: Error: fts_solr: Indexing failed: 404 Not Found',
        strength: 'names',
      },
      {
        // fts_decoder.
        pattern: /^indexer-worker\S* .*[Pp]rogram \S+.*: Terminated with non-zero exit code/,
        specimen:
          'dovecot: indexer-worker(alice)<1><x>: Error: program exec:/usr/lib/dovecot/decode2text.sh (1): Terminated with non-zero exit code 1',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'IMAP: SEARCH ends with an internal error.',
  },
  repair: {
    words: 'Ask the search server by hand, then index anew.',
    commands: [
      'doveconf -n | grep fts',
      'doveadm fts rescan -u alice@example.test',
      "doveadm index -u alice@example.test '*'",
    ],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://doc.dovecot.org/2.3/configuration_manual/fts/'],
};
