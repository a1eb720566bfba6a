import type { Finding } from '../model/diagnosis';
import type { FailureMode, ServerFacts } from '../model/failure-mode';
import { type CommandPlace, commandFor } from '../postfix/commands';

/**
 * The finding with commands that can be typed on this server: its Postfix, its system, and the tables that the evidence
 * or main.cf names instead of those of the example.
 */
export function advisedFor(finding: Finding, facts: ServerFacts): Finding {
  const place: CommandPlace = {
    postfixVersion: facts.postfixVersion,
    system: facts.system,
    hasSystemd: facts.processes?.includes('systemd'),
  };
  const table = tableOf(finding, facts);
  const rewrite = (command: string) => commandFor(table === undefined ? command : withTable(command, table), place);
  const { mode, undecided } = finding;
  const commands = mode.repair.commands.map(rewrite);
  const looks = undecided.map((question) => ({ ...question, look: commandFor(question.look, place) }));
  const same =
    commands.every((command, index) => command === mode.repair.commands[index]) &&
    looks.every(({ look }, index) => look === undecided[index]?.look);
  if (same) return finding;
  const advised: FailureMode = { ...mode, repair: { ...mode.repair, commands } };
  return { ...finding, mode: advised, undecided: looks };
}

interface Table {
  readonly type: string;
  readonly path: string;
}

/** The table that a line of the evidence says can't be opened, else the one that main.cf names for passwords. */
function tableOf({ evidence, mode }: Finding, { mainCf }: ServerFacts): Table | undefined {
  for (const { text } of evidence) {
    // open database /etc/postfix/sasl_passwd.db: No such file or directory
    const [, path, suffix] = /\bopen (?:database )?"?(\/\S+?)\.(db|lmdb|cdb)\b/.exec(text) ?? [];
    if (path !== undefined && suffix !== undefined) return { type: typeOf(path, suffix, mainCf), path };
  }
  if (!mode.id.startsWith('relay-client/')) return undefined;
  const [, type, path] =
    /\b(hash|btree|lmdb|cdb|dbm|texthash|regexp|pcre):(\/[^\s,]+)/.exec(
      mainCf?.get('smtp_sasl_password_maps')?.value ?? '',
    ) ?? [];
  return type !== undefined && path !== undefined ? { type, path } : undefined;
}

/** hash and btree have the same suffix: main.cf tells which it is. */
function typeOf(path: string, suffix: string, mainCf: ServerFacts['mainCf']): string {
  if (suffix !== 'db') return suffix;
  const isBtree = [...(mainCf?.values() ?? [])].some(({ value }) => value.includes(`btree:${path}`));
  return isBtree ? 'btree' : 'hash';
}

const examples = /(?:hash:)?\/etc\/postfix\/(?:relay_password|sender_login)\b/g;

function withTable(command: string, { type, path }: Table): string {
  // texthash, regexp and pcre are read as they are: nothing is built.
  if (/^postmap hash:\S+$/.test(command) && /^(?:texthash|regexp|pcre)$/.test(type)) return 'systemctl reload postfix';
  return command.replace(examples, (example) => (example.startsWith('hash:') ? `${type}:${path}` : path));
}
