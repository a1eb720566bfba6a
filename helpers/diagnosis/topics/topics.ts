import { breakdowns } from './breakdowns';
import { connections } from './connections';
import { exim } from './exim';
import { logins } from './logins';
import { programsBeside } from './programs-beside';
import { refusals } from './refusals';
import { settings } from './settings';
import { tls } from './tls';
import type { Topic } from './topic';

/**
 * For lines that no sign knows, and only where nothing in the whole input is known: what is told by them is possible, and never more.
 * The more special topics stand first. Of each, a line is given the modes of whoever wrote it: Postfix’s smtp, a program, Exim.
 */
export const topics: readonly Topic[] = [
  ...exim,
  ...programsBeside,
  ...tls,
  ...connections,
  ...logins,
  ...refusals,
  ...settings,
  ...breakdowns,
];
