import type { Leak } from '../../helpers/model/leak';

/** The counters of the lab's last rules that are not zero, as iptables -nvxL shows them; undefined where there are none at all. */
export function readLeaks(listing: string): readonly Leak[] | undefined {
  // "      12      720 DROP  tcp  --  *  *  0.0.0.0/0  0.0.0.0/0  tcp dpt:443 /* leak:https */"
  const families = listing.split(/^(?=[46]$)/m);
  const counters = families.flatMap((text) =>
    [...text.matchAll(/^ *(\d+) .*\/\* leak:(\S+) \*\//gm)].map(([, packets, what = '']): Leak => {
      return { family: text.startsWith('6') ? 6 : 4, what, packets: Number(packets) };
    }),
  );
  return counters.length === 0 ? undefined : counters.filter(({ packets }) => packets > 0);
}
