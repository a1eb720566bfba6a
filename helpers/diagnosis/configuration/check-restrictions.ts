import type { ConfigNotice, FoundLine } from '../../model/diagnosis';
import type { MasterService, Setting } from '../../model/failure-mode';
import { restrictionHistory } from '../../postfix/parameter-history';
import { restrictionNames } from '../../postfix/restriction-names';
import { historyNotice, type NamesInUse } from './check-names';
import { mistake } from './notice';

/** Restrictions that Postfix doesn't know: it answers 451 4.3.5 to every client that gets as far as that word. */
export function checkRestrictionNames(inUse: NamesInUse): readonly ConfigNotice[] {
  const own = new Set((inUse.settings.get('smtpd_restriction_classes')?.value ?? '').split(/[\s,]+/));
  return restrictionLists(inUse).flatMap(({ list, value, place }) =>
    words(value).flatMap((word, index, all) => {
      // reject_rbl_client = zen.spamhaus.org: the list that is asked is called =, and the rest is an unknown restriction.
      if (word === '=') {
        const before = all[index - 1] ?? list;
        const said = `${list} has a = behind ${before}, which Postfix takes for a word of the list`;
        return [mistake('unknown', said, 'take the = out', place)];
      }
      const history = Object.hasOwn(restrictionHistory, word) ? restrictionHistory[word] : undefined;
      if (history) return historyNotice(word, history, inUse.version, place);
      if (!/^(?:permit|reject|check|defer|warn)\w*$/.test(word) || restrictionNames.has(word) || own.has(word))
        return [];
      const meant = inUse.suggest(word, [...restrictionNames]);
      const advice = meant === undefined ? 'see postconf(5) for those that there are' : `did you mean ${meant}?`;
      return [mistake('unknown', `${list} names ${word}, which is no restriction of Postfix`, advice, place)];
    }),
  );
}

interface RestrictionList {
  readonly list: string;
  readonly value: string;
  readonly place: FoundLine;
}

function restrictionLists({ settings, services }: NamesInUse): readonly RestrictionList[] {
  const fromMain = [...settings].map(([name, setting]) => entry(name, setting, `${name} = ${setting.value}`));
  const fromMaster = services.flatMap((service) =>
    [...service.options].map(([name, value]) => entry(name, { ...place(service), value }, `-o ${name}=${value}`)),
  );
  return [...fromMain, ...fromMaster].filter(({ list }) => /^(?:smtpd|mua)_\w+_restrictions$/.test(list));
}

function entry(list: string, { value, file, line }: Setting, text: string): RestrictionList {
  return { list, value, place: { file, line, text } };
}

function place({ file, line }: MasterService) {
  return { file, line };
}

/** The words of a list. What stands in braces is an access map in place or a list, read no further. */
function words(value: string): readonly string[] {
  return value
    .replace(/\{[^}]*\}/g, ' ')
    .split(/[\s,]+/)
    .filter((word) => word !== '');
}
