import type { FailureMode } from '../../model/failure-mode';
import { couldNotProcess } from './shared/amavis';

export const mode: FailureMode = {
  id: 'services/amavis-folder-closed',
  kind: 'fault',
  title: 'Amavis can’t write where it unpacks mail',
  cause:
    'Its folder $TEMPBASE, most often below /var/lib/amavis, belongs to another user, is full, or is a tmpfs that is too small or was emptied while Amavis ran. Where rights and room are right, AppArmor or SELinux forbids it. Every mail is put off with “Error in processing”.',
  symptoms: {
    log: [
      {
        pattern:
          /(?!.*virus_scan)(?:mime_decode\S*|creating_partsdir|process_request|check_mail)\b.*(?:Can't (?:open file|create (?:file|directory))|write to \S+) \S*.*(?:Permission denied|No space left|No such file)/,
        specimen:
          "amavis[12]: (00012-01) (!!)TROUBLE in check_mail: mime_decode-1 FAILED: Can't open file /var/lib/amavis/tmp/amavis-20241129T100000-00012/email.txt: Permission denied",
        strength: 'names',
        program: /^amavis/,
      },
      couldNotProcess,
    ],
    facts: [],
    client: '451 4.5.0 Error in processing',
  },
  repair: {
    words: 'Make room, or give the folder to amavis alone.',
    commands: [
      'journalctl -k | grep -iE "apparmor|avc" | grep denied',
      'df -h /var/lib/amavis; ls -ld /var/lib/amavis/tmp',
      'chown -R amavis:amavis /var/lib/amavis',
      'systemctl restart amavis; postqueue -f',
    ],
  },
  unreproduced: 'Our images have no Amavis.',
  versions: {},
  noticedBy: [],
  references: ['https://www.ijs.si/software/amavisd/'],
};
