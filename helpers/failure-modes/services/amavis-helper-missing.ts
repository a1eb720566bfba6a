import type { FailureMode } from '../../model/failure-mode';
import { couldNotProcess } from './shared/amavis';

export const mode: FailureMode = {
  id: 'services/amavis-helper-missing',
  kind: 'fault',
  title: 'Amavis can’t tell the type of attachments, since file(1) fails',
  cause:
    'It calls `file` for each part. The program or its data (magic) is missing in a slim image, or it runs out of memory or is forbidden by a profile. Every mail with a part is then put off or passes unchecked.',
  symptoms: {
    log: [
      {
        pattern: /file\(1\) utility \S+ FAILED|parts_decode_ext FAILED: file|Couldn't find any magic files/,
        specimen: "amavis[12]: (00012-01) (!)file(1) utility (/usr/bin/file) FAILED: Couldn't find any magic files!",
        strength: 'names',
        program: /^amavis/,
      },
      couldNotProcess,
    ],
    facts: [],
    client: '451 4.5.0 Error in processing',
  },
  repair: {
    words: 'Install file with its data, and try it as Amavis’ user.',
    commands: ['sudo -u amavis file /etc/hosts', 'yum reinstall file   # Debian: apt-get install file libmagic-mgc'],
  },
  unreproduced: 'Our images have no Amavis.',
  versions: {},
  noticedBy: [],
  references: ['https://www.ijs.si/software/amavisd/'],
};
