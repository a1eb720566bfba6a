import type { LogSign } from '../../../model/failure-mode';

/** The end of the list of servers for a domain, whatever was wrong with each of them. */
export const triedAll: LogSign = {
  pattern: /\[outbound\] .*[Tt]ried all MXs/,
  specimen:
    '[INFO] [8B2E7C61-3C4F-4F3B-9A9A-8A5C2D1A3B11.1.1] [outbound] Temp failing 17_1_mail for 64 seconds: Tried all MXs.',
  strength: 'suggests',
  alternative: true,
};
