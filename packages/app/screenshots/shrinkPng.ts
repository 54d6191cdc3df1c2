import { crc32, deflateSync, inflateSync } from 'node:zlib';
import { channelsOf, choosePalette } from './choosePalette';

const signature = Buffer.from('89504e470d0a1a0a', 'hex');
/** Colour types of the PNG specification (https://www.w3.org/TR/png-3/#6Colour-values) to bytes per pixel. */
const bytesPerPixel: Record<number, number | undefined> = { 2: 3, 6: 4 };
const indexed = 3;

/**
 * The same picture with a palette, a third of the size. Takes what browsers write: 8 bits a channel, not interlaced, and
 * opaque.
 *
 * @throws Error for other pictures.
 */
export function shrinkPng(png: Buffer): Buffer {
  const { header, width, height, pixels } = decode(png);
  const counts = new Map<number, number>();
  pixels.forEach(pixel => counts.set(pixel, (counts.get(pixel) ?? 0) + 1));
  const palette = choosePalette(counts);
  const indexes = new Map(
    [...counts.keys()].map(colour => [colour, nearest(palette, colour)]),
  );

  const lines = Buffer.alloc((width + 1) * height);
  pixels.forEach((pixel, at) => {
    // Each line starts with its filter, which is 0: none.
    lines[at + Math.floor(at / width) + 1] = indexes.get(pixel) ?? 0;
  });
  const newHeader = Buffer.from(header);
  newHeader[9] = indexed;
  return Buffer.concat([
    signature,
    chunk('IHDR', newHeader),
    chunk('PLTE', Buffer.from(palette.flatMap(channelsOf))),
    chunk('IDAT', deflateSync(lines, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function nearest(palette: readonly number[], colour: number): number {
  const wanted = channelsOf(colour);
  const distances = palette.map(candidate =>
    channelsOf(candidate).reduce(
      (sum, value, channel) => sum + (value - wanted[channel]) ** 2,
      0,
    ),
  );
  return distances.indexOf(Math.min(...distances));
}

function chunk(type: string, data: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const whole = Buffer.alloc(typed.length + 8);
  whole.writeUInt32BE(data.length, 0);
  typed.copy(whole, 4);
  whole.writeUInt32BE(crc32(typed), typed.length + 4);
  return whole;
}

function decode(png: Buffer) {
  const chunks = readChunks(png);
  const header = chunks.find(({ type }) => type === 'IHDR')?.data;
  const bytes = header && bytesPerPixel[header[9]];
  if (!header || !bytes || header[8] !== 8 || header[12] !== 0) {
    throw new Error('Only 8-bit RGB or RGBA pictures without interlacing');
  }
  const width = header.readUInt32BE(0);
  const height = header.readUInt32BE(4);
  const lines = inflateSync(
    Buffer.concat(
      chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data),
    ),
  );
  const raw = unfilter(lines, { stride: width * bytes, bytes, height });
  const pixels = new Uint32Array(width * height);
  for (let at = 0; at < pixels.length; at += 1) {
    pixels[at] = raw.readUIntBE(at * bytes, 3);
  }
  return { header, width, height, pixels };
}

function readChunks(png: Buffer) {
  const chunks: { type: string; data: Buffer }[] = [];
  for (let at = signature.length; at < png.length; ) {
    const length = png.readUInt32BE(at);
    const type = png.toString('latin1', at + 4, at + 8);
    chunks.push({ type, data: png.subarray(at + 8, at + 8 + length) });
    at += length + 12;
  }
  return chunks;
}

/** Takes the filters back (https://www.w3.org/TR/png-3/#9Filters). */
function unfilter(
  data: Buffer,
  options: { stride: number; bytes: number; height: number },
): Buffer {
  const { stride, bytes, height } = options;
  const raw = Buffer.alloc(stride * height);
  for (let line = 0; line < height; line += 1) {
    const filter = data[line * (stride + 1)];
    for (let column = 0; column < stride; column += 1) {
      const at = line * stride + column;
      const left = column < bytes ? 0 : raw[at - bytes];
      const up = line === 0 ? 0 : raw[at - stride];
      const corner =
        line === 0 || column < bytes ? 0 : raw[at - stride - bytes];
      const predicted = predict(filter, { left, up, corner });
      raw[at] = data[line * (stride + 1) + 1 + column] + predicted;
    }
  }
  return raw;
}

function predict(
  filter: number,
  neighbours: { left: number; up: number; corner: number },
): number {
  const { left, up, corner } = neighbours;
  switch (filter) {
    case 1:
      return left;
    case 2:
      return up;
    case 3:
      return Math.floor((left + up) / 2);
    case 4:
      return paeth(left, up, corner);
    default:
      return 0;
  }
}

/** The neighbour that is nearest to what their slope foretells; on a tie, in this order. */
function paeth(left: number, up: number, corner: number): number {
  const estimate = left + up - corner;
  const toLeft = Math.abs(estimate - left);
  const toUp = Math.abs(estimate - up);
  const toCorner = Math.abs(estimate - corner);
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}
