import type { FailureMode, LogSign } from '../../helpers/model/failure-mode';

/** A page in Markdown: for whoever pastes a log line into a search, and finds it here. */
export function renderFailureModePage(mode: FailureMode): string {
  const { title, symptoms, cause, repair } = mode;
  return [
    `# ${title}`,
    `\`${mode.id}\` · ${kindInWords[mode.kind]}${versionsInWords(mode)}`,
    '## What the log says',
    symptoms.log.length > 0
      ? fenced(symptoms.log.map(({ specimen }) => specimen))
      : 'Nothing: no line of the log tells.',
    ...sharedLines(symptoms.log),
    '## What clients see',
    symptoms.client,
    ...(symptoms.facts.length > 0
      ? ['## What to look at', symptoms.facts.map(({ words, look }) => `- ${words}: \`${look}\``).join('\n')]
      : []),
    '## Why',
    cause,
    '## Repair',
    repair.words,
    ...(repair.commands.length > 0 ? [fenced(repair.commands, 'sh')] : []),
    '## Reproduce',
    ...reproduction(mode),
    ...(mode.noticedBy.length > 0
      ? ['## Noticed by', mode.noticedBy.map((id) => `- \`npm run verify -- --check ${id}\``).join('\n')]
      : []),
    ...(mode.references.length > 0 ? ['## References', mode.references.map((one) => `- ${one}`).join('\n')] : []),
  ]
    .join('\n\n')
    .concat('\n');
}

/** The contents page: every failure mode, family by family. */
export function renderFailureModeIndex(modes: readonly FailureMode[]): string {
  const families = [...new Set(modes.map(({ id }) => id.split('/')[0] ?? ''))];
  const sections = families.map((family) => {
    const rows = modes.filter(({ id }) => id.startsWith(`${family}/`)).map(({ id, title }) => `- [${title}](${id}.md)`);
    return `## ${family}\n\n${rows.join('\n')}`;
  });
  return `# Failure modes\n\nMade by \`npm run reproduce -- --docs\` from the catalogue.\n\n${sections.join('\n\n')}\n`;
}

const kindInWords = {
  fault: 'the server does not do what it should',
  exposure: 'the server does what it should not',
  client: "the client's side is wrong, the server is right",
  noise: 'harmless',
} as const;

/** The versions of Postfix that can have it, where not all can: ` · Postfix from 3.6`. */
export function versionsInWords({ versions: { from, before } }: FailureMode): string {
  if (from === undefined && before === undefined) return '';
  return ` · Postfix ${[from && `from ${from}`, before && `before ${before}`].filter(Boolean).join(', ')}`;
}

/** That lines alone don't tell it, where that is so. */
export function sharedLines(signs: readonly LogSign[]): readonly string[] {
  const shared =
    signs.some(({ strength }) => strength === 'suggests') && !signs.some(({ strength }) => strength === 'names');
  return shared ? ['Other failure modes write the same lines: what to look at below tells them apart.'] : [];
}

function reproduction({ id, reproduction: how, unreproduced }: FailureMode): readonly string[] {
  if (!how) return [`Not reproduced in a container: ${unreproduced ?? 'no way is known'}.`];
  return [
    fenced([`npm run reproduce -- ${id}`], 'sh'),
    ...(how.inject ? ['which does this to a healthy server:', fenced(how.inject.split('\n'), 'sh')] : []),
  ];
}

function fenced(lines: readonly string[], language = ''): string {
  return `\`\`\`${language}\n${lines.join('\n')}\n\`\`\``;
}
