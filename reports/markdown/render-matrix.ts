import {
  type Matrix,
  type MatrixServer,
  matrixSentence,
  matrixStatus,
  serverStatus,
  serverVersion,
} from '../matrix/matrix';
import { matrixSections } from '../matrix/matrix-rows';
import { durationText } from '../text/text-layout';
import { fitting, mostBytes } from './fitting';
import { code, fenced, plain, statusSigns } from './markdown-text';
import { resultBlocks } from './render-markdown';

/**
 * Several servers in Markdown: what each came to, where they differ, and then as much as fits of each on which not all is well.
 */
export function renderMatrixMarkdown(matrix: Matrix, most = mostBytes): string {
  const { servers } = matrix;
  const blocks = [
    `## ${statusSigns[matrixStatus(matrix)]} ${plain(matrixSentence(matrix))}`,
    serverTable(matrix),
    differences(servers),
    ...servers.flatMap(serverBlocks),
  ];
  return fitting(
    blocks.filter((block) => block !== ''),
    most,
  );
}

function serverTable({ servers, durationMs }: Matrix): string {
  const rows = servers.map((server) => {
    const words = [`${signOf(server)} ${code(server.name)}`, plain(versionOf(server)), ...counts(server)];
    return `| ${words.join(' | ')} |`;
  });
  const head = '| server | version | held | failed | accepted | could not tell | not applicable |';
  return `${head}\n| --- | --- | --: | --: | --: | --: | --: |\n${rows.join('\n')}\n\nTook ${durationText(durationMs)}.`;
}

function counts(server: MatrixServer): readonly (number | '')[] {
  if (server.kind !== 'asked') return ['', '', '', '', ''];
  const { held, failed, accepted, couldNotTell, notApplicable } = server.result.summary;
  return [held, failed, accepted, couldNotTell, notApplicable].map((number) => number || '');
}

/** Checks that came to something else on another server: what a table of hundreds of rows is read for. */
function differences(servers: readonly MatrixServer[]): string {
  const asked = servers.filter(({ kind }) => kind === 'asked');
  const rows = matrixSections(asked)
    .flatMap((section) => section.rows)
    .filter(({ id, cells }) => id !== undefined && new Set(cells.map(({ verdict }) => verdict)).size > 1);
  if (rows.length === 0) return '';
  const lines = rows
    .slice(0, mostRows)
    .map(({ id, cells }) => `| ${[code(id ?? ''), ...cells.map(({ verdict }) => words(verdict))].join(' | ')} |`);
  const head = `| ${['check', ...asked.map(({ name }) => code(name))].join(' | ')} |\n|${' --- |'.repeat(asked.length + 1)}`;
  const more = rows.length > mostRows ? `\n\n… and ${rows.length - mostRows} more` : '';
  return `### Not the same everywhere: ${rows.length}\n\n${head}\n${lines.join('\n')}${more}`;
}

const mostRows = 100;

function serverBlocks(server: MatrixServer): readonly string[] {
  if (server.kind !== 'asked') return [`## ${signOf(server)} ${plain(server.name)}`, fenced(server.reason)];
  return serverStatus(server) === 0 ? [] : resultBlocks(server.result);
}

function signOf(server: MatrixServer): string {
  return server.kind === 'absent' ? '➖' : statusSigns[serverStatus(server)];
}

function versionOf(server: MatrixServer): string {
  if (server.kind !== 'asked') return server.kind === 'absent' ? 'is not here' : 'has no result';
  return [server.result.target.mta, serverVersion(server)].filter(Boolean).join(' ');
}

function words(verdict: string | undefined): string {
  return verdict?.replaceAll('-', ' ') ?? '';
}
