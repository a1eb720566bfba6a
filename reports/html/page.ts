import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Html, html, own, type Part } from './template';

/** A page that needs nothing but itself, and in which nothing runs but our own script. */
export function page(title: string, body: Part): string {
  const policy = [
    "default-src 'none'",
    `style-src '${hashOf(style.markup)}'`,
    `script-src '${hashOf(script.markup)}'`,
    "base-uri 'none'",
    "form-action 'none'",
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
<a class="skip" href="#main">Skip to the report</a>
${body}
<script>${script}</script>
</body>
</html>
`;
  return markup;
}

const style = read('style.css');
const script = read('script.js');

function read(file: string): Html {
  return own(readFileSync(join(__dirname, file), 'utf8'));
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
