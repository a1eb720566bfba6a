/** How time has grown with one kind of work, from the smallest on. */
export interface Curve {
  readonly title: string;
  readonly points: readonly Point[];
}

/** How many times the work, and how many times the time. */
export interface Point {
  readonly work: number;
  readonly time: number;
  readonly processorMs: number;
  readonly clockMs: number;
}

const size = 420;
const margin = { left: 44, bottom: 40, top: 16, right: 16 };
const most = 10;
const colours = ['#0b6bcb', '#b3470f', '#2b7a3d', '#7a3d8a'];

/** Draws curves beside the diagonal, on which time grows as the work does. */
export function plot(curves: readonly Curve[]): string {
  const x = (work: number) => margin.left + ((work - 1) / (most - 1)) * (size - margin.left - margin.right);
  const y = (time: number) => size - margin.bottom - ((time - 1) / (most - 1)) * (size - margin.top - margin.bottom);
  const ticks = [1, 2, 4, 8, 10];
  const path = (points: readonly { readonly work: number; readonly time: number }[]) =>
    points.map(({ work, time }) => `${x(work).toFixed(1)},${y(time).toFixed(1)}`).join(' ');
  const drawn = curves.flatMap(({ title, points }, index) => {
    const colour = colours[index % colours.length];
    const legend = margin.top + 14 + index * 18;
    return [
      `<polyline points="${path(points)}" fill="none" stroke="${colour}" stroke-width="2"/>`,
      ...points.map(
        ({ work, time }) => `<circle cx="${x(work).toFixed(1)}" cy="${y(time).toFixed(1)}" r="3" fill="${colour}"/>`,
      ),
      `<rect x="${margin.left + 12}" y="${legend - 6}" width="14" height="3" fill="${colour}"/>`,
      `<text x="${margin.left + 32}" y="${legend}">${title}</text>`,
    ];
  });
  const axes = [
    ...ticks.flatMap((tick) => [
      `<text x="${x(tick).toFixed(1)}" y="${size - margin.bottom + 16}" text-anchor="middle">× ${tick}</text>`,
      `<text x="${margin.left - 6}" y="${(y(tick) + 4).toFixed(1)}" text-anchor="end">× ${tick}</text>`,
      `<path d="M${x(tick).toFixed(1)} ${y(1)}V${y(most)}M${x(1)} ${y(tick).toFixed(1)}H${x(most)}" stroke="#e4e4e4"/>`,
    ]),
    `<text x="${size / 2}" y="${size - 6}" text-anchor="middle">work</text>`,
    `<text transform="translate(11 ${size / 2}) rotate(-90)" text-anchor="middle">processor time</text>`,
    `<polyline points="${path([1, most].map((both) => ({ work: both, time: both })))}" stroke="#777" stroke-dasharray="5 4"/>`,
  ];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${size}" height="${size}" font-family="sans-serif" font-size="12">`,
    '<title>Processor time beside work; on the dashed line it grows as the work does</title>',
    `<rect width="${size}" height="${size}" fill="#fff"/>`,
    ...axes,
    ...drawn,
    '</svg>',
    '',
  ].join('\n');
}
