import type { ConfigNotice } from '../../model/diagnosis';
import type { MasterService, Setting } from '../../model/failure-mode';
import { type NameHistory, parameterHistory } from '../../postfix/parameter-history';
import { parameterNames } from '../../postfix/parameter-names';
import { isBefore } from '../../postfix/version';
import { referredNames } from './expand';
import { mistake, remark } from './notice';

/** Finds the known name that a mistyped one was meant to be. Handed in: a matter of the command line too. */
export type Suggest = (word: string, candidates: readonly string[]) => string | undefined;

/** What the check of names goes by. */
export interface NamesInUse {
  readonly settings: ReadonlyMap<string, Setting>;
  readonly services: readonly MasterService[];
  readonly version: string | undefined;
  readonly suggest: Suggest;
}

/** Parameters that Postfix doesn't know, doesn't know yet or knows no more. Postfix itself says nothing of most of them. */
export function checkParameterNames(inUse: NamesInUse): readonly ConfigNotice[] {
  const referred = namesReferredTo(inUse);
  return [...inUse.settings].flatMap(([name, setting]) => {
    const place = { file: setting.file, line: setting.line, text: `${name} = ${setting.value}` };
    const history = Object.hasOwn(parameterHistory, name) ? parameterHistory[name] : undefined;
    if (history) return historyNotice(name, history, inUse.version, place);
    if (parameterNames.has(name) || referred.has(name) || isMadeUpName(name, inUse)) return [];
    const meant = inUse.suggest(name, [...parameterNames]);
    return meant === undefined
      ? [remark('unused', `${name} is no parameter of Postfix, and nothing refers to it`, 'remove it', place)]
      : [mistake('unknown', `${name} is no parameter of Postfix: it has no effect`, `did you mean ${meant}?`, place)];
  });
}

/** What a name's history means for this version. */
export function historyNotice(
  name: string,
  history: NameHistory,
  version: string | undefined,
  place: ConfigNotice['place'],
): readonly ConfigNotice[] {
  const { since, obsolete, removed, advice } = history;
  if (version !== undefined && since !== undefined && isBefore(version, since)) {
    const words = `${name} came with Postfix ${since}; this is ${version}, which ignores it`;
    return [mistake('too-new', words, `without it: ${advice}`, place)];
  }
  if (removed !== undefined && (version === undefined || !isBefore(version, removed))) {
    return [mistake('obsolete', `${name} is gone since Postfix ${removed}`, `instead: ${advice}`, place)];
  }
  return obsolete !== undefined && (version === undefined || !isBefore(version, obsolete))
    ? [remark('obsolete', `${name} is obsolete since Postfix ${obsolete}`, `instead: ${advice}`, place)]
    : [];
}

function namesReferredTo({ settings, services }: NamesInUse): ReadonlySet<string> {
  const values = [...settings.values()].map(({ value }) => value);
  const options = services.flatMap((service) => [...service.options.values()]);
  const classes = (settings.get('smtpd_restriction_classes')?.value ?? '').split(/[\s,]+/);
  return new Set([...classes, ...[...values, ...options].flatMap(referredNames)]);
}

/**
 * Names that administrators make: `<transport>_destination_rate_delay`, `<service>_time_limit`, and the settings of a
 * table such as `users_server_host` for `ldap:users`.
 */
function isMadeUpName(name: string, { settings, services }: NamesInUse): boolean {
  const ofTransport =
    /^(.+)_(?:time_limit|(?:initial_)?destination_\w+|delivery_slot_\w+|minimum_delivery_slots|extra_recipient_limit|recipient_(?:limit|refill_\w+)|transport_rate_delay)$/.exec(
      name,
    )?.[1];
  if (ofTransport !== undefined && (services.length === 0 || services.some((service) => service.name === ofTransport)))
    return true;
  return [...settings.values()].some(({ value }) =>
    [...value.matchAll(/\b(?:ldap|mysql|pgsql|sqlite|memcache):(\w+)/g)].some(([, table]) =>
      name.startsWith(`${table}_`),
    ),
  );
}
