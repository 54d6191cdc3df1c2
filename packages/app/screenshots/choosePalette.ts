/** A colour as 0xRRGGBB, and how many pixels have it. */
interface CountedColour {
  colour: number;
  count: number;
}

/** As many as a byte can name. */
const size = 256;
/** The most frequent ones are kept as they are: backgrounds, lines, and the ink of the text. */
const kept = 128;

/** The red, green and blue of 0xRRGGBB, each from 0 to 255. */
export function channelsOf(colour: number): [number, number, number] {
  return [
    Math.floor(colour / 65536),
    Math.floor(colour / 256) % 256,
    colour % 256,
  ];
}

/** Up to 256 colours that stand for all of a picture: the most frequent, and the means of what is left (median cut). */
export function choosePalette(counts: ReadonlyMap<number, number>): number[] {
  const colours = [...counts]
    .map(([colour, count]) => ({ colour, count }))
    .sort((a, b) => b.count - a.count || a.colour - b.colour);
  if (colours.length <= size) return colours.map(({ colour }) => colour);
  const frequent = colours.slice(0, kept).map(({ colour }) => colour);
  return [...frequent, ...cut(colours.slice(kept), size - kept).map(meanOf)];
}

/** Cuts the box with the widest channel in two until there are enough. */
function cut(colours: CountedColour[], boxes: number): CountedColour[][] {
  const all = [colours];
  while (all.length < boxes) {
    const [widest] = all
      .map((box, index) => ({ index, ...widestChannel(box) }))
      .sort((a, b) => b.width - a.width);
    if (widest.width === 0) break;
    const [box] = all.splice(widest.index, 1);
    const sorted = [...box].sort(
      (a, b) =>
        channelsOf(a.colour)[widest.channel] -
        channelsOf(b.colour)[widest.channel],
    );
    const middle = Math.floor(sorted.length / 2);
    all.push(sorted.slice(0, middle), sorted.slice(middle));
  }
  return all;
}

function widestChannel(box: CountedColour[]) {
  const widths = [0, 1, 2].map(channel => {
    const values = box.map(({ colour }) => channelsOf(colour)[channel]);
    const range = values.reduce(
      ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
      [255, 0],
    );
    return range[1] - range[0];
  });
  const width = Math.max(...widths);
  return { channel: widths.indexOf(width), width };
}

function meanOf(box: CountedColour[]): number {
  const total = box.reduce((sum, { count }) => sum + count, 0);
  const [red, green, blue] = [0, 1, 2].map(channel =>
    Math.round(
      box.reduce(
        (sum, { colour, count }) => sum + channelsOf(colour)[channel] * count,
        0,
      ) / total,
    ),
  );
  return red * 65536 + green * 256 + blue;
}
