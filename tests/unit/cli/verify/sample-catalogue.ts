import type { Catalogue, CheckListing } from '../../../../helpers/cli/verify/catalogue';

function listing(id: string, title: string): CheckListing {
  return { id, title, level: 'must', reference: 'RFC 5321' };
}

/** Two suites: one with a list of its checks, one without. */
export const catalogue: Catalogue = {
  images: ['howto', 'centos7', 'debian12'],
  suites: [
    {
      id: 'open-relay',
      title: 'Open relay',
      checks: [
        listing('open-relay/inside', 'An inside client may'),
        listing('open-relay/outside-anonymous-foreign', 'An outside client may not'),
      ],
    },
    { id: 'no-mechanisms', title: 'No mechanisms', checks: [] },
  ],
};
