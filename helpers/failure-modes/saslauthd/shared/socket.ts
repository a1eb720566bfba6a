import type { FactSign, ServerFacts } from '../../../model/failure-mode';
import { isChrooted } from '../../../postfix/defaults';
import { saslOption } from '../../shared/facts';
import { smtpdFact } from '../../shared/restriction-lists';
import { unreachable } from '../../shared/saslauthd';

export const usualSocket = saslOption(
  'saslauthd_path',
  /^$|\/mux$/,
  'saslauthd_path is unset or names the socket, …/mux',
);

export const chrooted = smtpdFact(
  'an smtpd of master.cf is chrooted',
  (service, facts) => isChrooted(service, facts) ?? false,
);

export function closedToOthers({ files }: ServerFacts): boolean | undefined {
  const directory = files.get('/run/saslauthd');
  return directory?.kind === 'directory' ? !/[1357]$/.test(directory.mode) : undefined;
}

export const directoryClosed: FactSign = {
  words: 'others than its owner and group may not enter /run/saslauthd',
  look: 'ls -ld /run/saslauthd',
  holds: closedToOthers,
};

export const absentSocket = unreachable('No such file or directory', 'suggests');

export const deniedSocket = unreachable('Permission denied', 'suggests');
