import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/amavis-decoder-absent',
  kind: 'noise',
  title: 'Amavis lists at its start what it can’t unpack',
  cause:
    'For each kind of archive it says which program it found, or that there is none. Such attachments pass unlooked at, the rest works.',
  symptoms: {
    log: [
      {
        pattern: /No (?:ext program for|decoder for) +\.\w+/,
        specimen: 'amavis[12]: No ext program for   .rar, tried: unrar-free, unrar',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing.',
  },
  repair: {
    words: 'Install the programs for the kinds that come in, if you like.',
    commands: [],
  },
  unreproduced: 'Our images have no Amavis.',
  versions: {},
  noticedBy: [],
  references: ['https://www.ijs.si/software/amavisd/'],
};
