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
  pattern: /connect\(\) : No such file or directory$/,
  specimen: 'testsaslauthd: connect() : No such file or directory',
  strength: 'accompanies',
};
