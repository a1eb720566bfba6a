import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BuildOptions, buildSync } from 'esbuild';
import { page, reportStyle } from '../../reports/html/page';
import { catalogue } from '../failure-modes/catalogue';
import { pageBody } from './page-body';

/** The page as one file that needs nothing else: the diagnosis is bundled into it, for a worker that it starts itself. */
export function buildPage(): string {
  const { version } = JSON.parse(readFileSync(join(__dirname, '../../package.json'), 'utf8'));
  const worker = bundled({
    stdin: { contents: workerEntry(version), resolveDir: __dirname, loader: 'ts', sourcefile: 'worker-entry.ts' },
    inject: [join(__dirname, 'worker/buffer.ts')],
  });
  return page('Diagnose a mail server: smtp-auth-harness', pageBody({ modes: catalogue, version, worker }), {
    skip: 'Skip to the log and configuration',
    style: `${reportStyle}${readFileSync(join(__dirname, 'style.css'), 'utf8')}`,
    script: bundled({ entryPoints: [join(__dirname, 'window/main.ts')] }),
    policy: ['worker-src blob:'],
  });
}

/** The catalogue reads its folder, which a browser can't: here each failure mode is named. */
function workerEntry(version: string): string {
  const imports = catalogue.map(({ id }, index) => `import { mode as mode${index} } from '../failure-modes/${id}';`);
  const modes = catalogue.map((_mode, index) => `mode${index}`);
  const tool = JSON.stringify({ name: 'smtp-auth-harness', version });
  return `${imports.join('\n')}\nimport { work } from './worker/work';\nwork([${modes}], ${tool}, self);\n`;
}

/** Bundled for a browser: what needs Node does not come in, and is an error here. */
function bundled(options: BuildOptions): string {
  const { outputFiles = [] } = buildSync({
    bundle: true,
    minify: true,
    write: false,
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    logLevel: 'error',
    ...options,
  });
  const script = outputFiles[0]?.text ?? '';
  // It stands between tags: what ends them, or begins a comment, may not be in it (HTML, 4.12.1.3).
  if (/<!--|<\/?script/i.test(script)) throw new Error('a script of the page has <!-- or a tag of a script in it');
  return script;
}
