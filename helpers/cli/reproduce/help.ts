import { referenceVersions } from '../../targets/reference-servers';

/** What `reproduce --help` says. */
export const reproduceHelp = `\
Usage: npm run reproduce -- [FAMILY]              list the known failure modes
       npm run reproduce -- FAMILY/NAME [options] break a server so, look at it, mend it
       npm run reproduce -- --clean               remove the servers that --keep left
       npm run reproduce -- --docs [FOLDER]       write a page for every failure mode (default docs/failure-modes)

Starts a healthy server in a lab, breaks it as the failure mode says, and shows what its clients see, what it logs and
what diagnose says of it; then repairs it, and shows that it is whole again.

Options:
  --image NAME   on which server: howto (default), ${referenceVersions.join(', ')}
  --keep         leave the server running, broken, and say how to get in
  --help, --version

Exit status: 0 it was seen, diagnosed and mended; 1 it was not as the catalogue says; 2 wrong usage, or it could not be tried.
`;
