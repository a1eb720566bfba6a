import { join } from 'node:path';
import { servicesLog } from '../../reports/written/write-reports';
import { writeWhole } from '../../reports/written/write-whole';
import { maskLine } from '../maillog/mask-line';
import { nothingMasked, remember, withoutSecrets } from '../smtp/masking';
import type { OtherService, TargetFacts } from '../targets/target';

/** Leaves beside the reports what the other services of a compose file logged, each line behind the name of its service. */
export function writeServiceLogs(
  { otherServices = [], facts }: LoggingServices,
  { outFolder, showSecrets }: { readonly outFolder: string; readonly showSecrets: boolean },
): void {
  if (otherServices.length === 0) return;
  const masking = remember(
    nothingMasked,
    [facts.user.password, facts.guessed?.password ?? [], facts.user.accessToken ?? []].flat(),
  );
  const shown = (line: string) => (showSecrets ? line : withoutSecrets(maskLine(line), masking));
  const lines = otherServices.flatMap(({ service, log }) =>
    log.linesSince(0).map((line) => `${service} | ${shown(line)}\n`),
  );
  writeWhole(join(outFolder, servicesLog), lines.join(''));
}

interface LoggingServices {
  readonly otherServices?: readonly Pick<OtherService, 'service' | 'log'>[] | undefined;
  readonly facts: Pick<TargetFacts, 'user' | 'guessed'>;
}
