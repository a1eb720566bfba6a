import type { ConfigNotice } from '../../model/diagnosis';
import type { FileFact, MasterService, ServerFacts, Setting } from '../../model/failure-mode';
import { checkDuplicates } from './check-duplicates';
import { checkFiles } from './check-files';
import { checkParameterNames, type Suggest } from './check-names';
import { checkNetworks } from './check-networks';
import { checkRestrictionNames } from './check-restrictions';
import { socketsForPostfix } from './dovecot-conf';
import { type FactsSection, readFactsDump, readSasldbUsers, readStatLines } from './facts-dump';
import { readMainCf } from './main-cf';
import { readMasterCf } from './master-cf';
import { readSmtpdConf } from './smtpd-conf';

/** A file of the configuration, already read, with what its content shows it to be. */
export interface ConfigDocument {
  readonly kind: 'main.cf' | 'master.cf' | 'smtpd.conf' | 'dovecot.conf' | 'sasldb users' | 'facts';
  readonly file: string;
  readonly text: string;
}

/** What the configuration says, and what is wrong with it in itself. */
export interface Configuration {
  readonly facts: ServerFacts;
  readonly notices: readonly ConfigNotice[];
}

/** Reads all that is given of a configuration. Where two files set the same, the later one counts. */
export function readConfiguration(documents: readonly ConfigDocument[], suggest: Suggest): Configuration {
  const gathered: Gathered = { all: [], notices: [], files: new Map() };
  for (const document of documents) readDocument(document, gathered);
  const { all, mainCf, masterCf, notices, version } = gathered;
  const postfixVersion = version ?? mainCf?.get('mail_version')?.value;
  const inUse = { settings: new Map(all), services: masterCf ?? [], version: postfixVersion, suggest };
  return {
    facts: {
      mainCf,
      overridden: all.filter(([name, { file }], index) => {
        return all.slice(index + 1).some(([later, setting]) => later === name && setting.file === file);
      }),
      masterCf,
      smtpdConf: gathered.smtpdConf,
      dovecotSockets: gathered.dovecotSockets,
      postfixVersion,
      sasldbUsers: gathered.sasldbUsers,
      files: gathered.files,
      processes: gathered.processes,
      hostname: gathered.hostname ?? plainValue(mainCf?.get('myhostname')),
      system: gathered.system,
    },
    notices: [
      ...notices,
      ...checkDuplicates(all),
      ...checkParameterNames(inUse),
      ...checkRestrictionNames(inUse),
      ...checkNetworks(inUse.settings),
      ...checkFiles(inUse.settings, gathered.files),
    ],
  };
}

/** The facts where nobody has looked at anything. */
export const noFacts: ServerFacts = readConfiguration([], () => undefined).facts;

interface Gathered {
  readonly all: (readonly [string, Setting])[];
  readonly notices: ConfigNotice[];
  readonly files: Map<string, FileFact>;
  mainCf?: Map<string, Setting>;
  masterCf?: MasterService[];
  smtpdConf?: Map<string, Setting>;
  dovecotSockets?: readonly string[];
  sasldbUsers?: readonly string[];
  processes?: readonly string[];
  version?: string;
  hostname?: string;
  system?: ServerFacts['system'];
}

function readDocument({ kind, file, text }: ConfigDocument, gathered: Gathered): void {
  switch (kind) {
    case 'main.cf': {
      const { settings, all, notices } = readMainCf(text, file);
      gathered.mainCf = new Map([...(gathered.mainCf ?? []), ...settings]);
      // A full `postconf` prints the defaults too, mail_version among them: nobody has chosen those names.
      if (!settings.has('mail_version')) gathered.all.push(...all);
      gathered.notices.push(...notices);
      break;
    }
    case 'master.cf': {
      const { services, notices } = readMasterCf(text, file);
      gathered.masterCf = [...(gathered.masterCf ?? []), ...services];
      gathered.notices.push(...notices);
      break;
    }
    case 'smtpd.conf': {
      const { settings, notices } = readSmtpdConf(text, file);
      gathered.smtpdConf = new Map([...(gathered.smtpdConf ?? []), ...settings]);
      gathered.notices.push(...notices);
      break;
    }
    case 'dovecot.conf': {
      const sockets = socketsForPostfix(text);
      if (sockets) gathered.dovecotSockets = [...(gathered.dovecotSockets ?? []), ...sockets];
      break;
    }
    case 'sasldb users':
      gathered.sasldbUsers = [...(gathered.sasldbUsers ?? []), ...readSasldbUsers(text)];
      break;
    case 'facts':
      for (const section of readFactsDump(text)) readSection(section, gathered);
  }
}

function readSection({ name, text }: FactsSection, gathered: Gathered): void {
  const path = /^file (.+)$/.exec(name)?.[1];
  if (path?.endsWith('/main.cf')) readDocument({ kind: 'main.cf', file: path, text }, gathered);
  if (path?.endsWith('/master.cf')) readDocument({ kind: 'master.cf', file: path, text }, gathered);
  if (path?.endsWith('/smtpd.conf')) readDocument({ kind: 'smtpd.conf', file: path, text }, gathered);
  if (name === 'no smtpd.conf') gathered.smtpdConf ??= new Map();
  if (name === 'mail_version' && text.trim() !== '') gathered.version = text.trim();
  if (name === 'myhostname' && text.trim() !== '') gathered.hostname = text.trim();
  if (name === 'system') gathered.system = systemOf(text);
  if (name === 'stat') for (const [file, fact] of readStatLines(text)) gathered.files.set(file, fact);
  if (name === 'processes') gathered.processes = text.split('\n').filter((line) => line !== '');
  if (name === 'sasldblistusers2') readDocument({ kind: 'sasldb users', file: name, text }, gathered);
}

function plainValue(setting: Setting | undefined): string | undefined {
  return setting?.value.includes('$') ? undefined : setting?.value;
}

/** ID and ID_LIKE of os-release(5): `ubuntu debian`, `rocky rhel centos fedora`. */
function systemOf(text: string): ServerFacts['system'] {
  const names = text.split(/\s+/);
  if (names.includes('debian')) return 'debian';
  if (names.includes('alpine')) return 'alpine';
  return names.some((name) => /^(?:rhel|centos|fedora)$/.test(name)) ? 'enterprise linux' : undefined;
}
