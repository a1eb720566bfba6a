import { join } from 'node:path';
import { servicesLog } from '../../reports/written/write-reports';
import { writeWhole } from '../../reports/written/write-whole';
import { maskLine } from '../maillog/mask-line';
import { nothingMasked, remember, withoutSecrets } from '../smtp/masking';
import type { Target } from '../targets/target';

/** Leaves beside the reports what the other services of a compose file logged, each line behind the name of its service. */
export function writeServiceLogs(
  { serviceLogs = [], facts }: Pick<Target, 'serviceLogs' | 'facts'>,
  { outFolder, showSecrets }: { readonly outFolder: string; readonly showSecrets: boolean },
): void {
  if (serviceLogs.length === 0) return;
  const masking = remember(
    nothingMasked,
    [facts.user.password, facts.guessed?.password ?? [], facts.user.accessToken ?? []].flat(),
  );
  const shown = (line: string) => (showSecrets ? line : withoutSecrets(maskLine(line), masking));
  const lines = serviceLogs.flatMap(({ service, log }) =>
    log.linesSince(0).map((line) => `${service} | ${shown(line)}\n`),
  );
  writeWhole(join(outFolder, servicesLog), lines.join(''));
}
