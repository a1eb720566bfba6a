import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { html, own, type Part } from './template';

/** What a page brings besides its body, where it isn't a report. */
export interface PageParts {
  /** Where the first key leads. */
  readonly skip: string;
  readonly style: string;
  readonly script: string;
  /** Directives of the security policy besides those that every page has. */
  readonly policy: readonly string[];
}

/** A page that needs nothing but itself, and in which nothing runs but our own script. */
export function page(title: string, body: Part, parts: PageParts = ofReport): string {
  const [style, script] = [own(parts.style), own(parts.script)];
  const policy = [
    "default-src 'none'",
    `style-src '${hashOf(parts.style)}'`,
    `script-src '${hashOf(parts.script)}'`,
    "base-uri 'none'",
    "form-action 'none'",
    ...parts.policy,
  ].join('; ');
  const { markup } = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<a class="skip" href="#main">${parts.skip}</a>
${body}
<script>${script}</script>
</body>
</html>
`;
  return markup;
}

/** The look of all pages. */
export const reportStyle = read('style.css');

const ofReport: PageParts = { skip: 'Skip to the report', style: reportStyle, script: read('script.js'), policy: [] };

function read(file: string): string {
  return readFileSync(join(__dirname, file), 'utf8');
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
