import type { Suite } from '../check';
import { checksBeside } from '../shared/checks-beside';
import { announcedTls } from './announced-tls';
import { clearTextAuth } from './clear-text-auth';
import { installedPlugIns } from './installed-plug-ins';
import { offeredAuth } from './offered-auth';

/** What the server says of itself in EHLO is true, complete, and what its settings make it say. */
export const announcement: Suite = {
  id: 'announcement',
  title: 'Announcement',
  why: 'Clients go by what EHLO says: what is missing there they never try, and what is wrong there they try in vain.',
  checks: [...offeredAuth(), ...clearTextAuth(), ...announcedTls(), ...installedPlugIns(), ...checksBeside(__dirname)],
};
