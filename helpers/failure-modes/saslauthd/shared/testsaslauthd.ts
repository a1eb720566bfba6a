import type { LogSign } from '../../../model/failure-mode';
import { notServers } from '../../client/shared/client-words';

/** What testsaslauthd prints where saslauthd says no, whatever its reason. */
export const answersNo: LogSign = {
  pattern: /^(?:0: |.*\b(?:got|gives?|returns?|says?|is) 0: )?NO "authentication failed"\.?$/,
  specimen: '0: NO "authentication failed"',
  strength: 'accompanies',
  program: notServers,
};

/** What it prints where nobody listens at the socket that it was given, or at the usual one. */
export const findsNoSocket: LogSign = {
  pattern: /^(?:testsaslauthd: )?connect\(\) : No such file or directory$/,
  specimen: 'testsaslauthd: connect() : No such file or directory',
  strength: 'suggests',
  alternative: true,
};

/** What it prints where it may not go to the socket, or nobody reads there any more. */
export const mayNotConnect: LogSign = {
  pattern: /^(?:testsaslauthd: )?connect\(\) : Permission denied$/,
  specimen: 'testsaslauthd: connect() : Permission denied',
  strength: 'suggests',
  alternative: true,
};

export const connectsToNobody: LogSign = {
  pattern: /^(?:testsaslauthd: )?connect\(\) : Connection refused$/,
  specimen: 'testsaslauthd: connect() : Connection refused',
  strength: 'suggests',
  alternative: true,
};
