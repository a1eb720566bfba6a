import { keep } from '../../../../helpers/cli/shared/keep';
import { isKeeper, keepInAnotherProcess } from '../../../../helpers/cli/shared/keep-process';
import type { Target } from '../../../../helpers/targets/target';

// A program as the commands with --keep are, whose server is none: it stays until it is ended.
const target = {
  log: { ended: false, when: () => new Promise((resolve) => setTimeout(resolve, 60_000)) },
} as unknown as Target;

const kept = isKeeper()
  ? keep(
      async () => target,
      () => process.stdout.write(`kept by ${process.pid}\n`),
    )
  : keepInAnotherProcess();
kept.then((status) => {
  process.exitCode = status;
}, console.error);
