/** A smaller PNG of a screenshot: without the alpha channel, which is never used, and without the noise of gradients. */
import { crc32, deflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
const RGB = 3;
/** A level of 256 that no eye tells apart side by side; gradients are dithered by as much, which packs badly. */
const UNSEEN = 1;

/**
 * Writes `pixels` (RGBA, row by row). A pixel takes the colour of the one before it, or above it, where nobody would see the
 * difference. Rows go in as they are: on flat areas and letters the filters of PNG make files larger.
 */
export function smallPng(pixels, width, height) {
  const stride = width * RGB;
  const rows = Buffer.alloc(height * (stride + 1));
  let above = Buffer.alloc(stride);
  for (let y = 0; y < height; y++) {
    const row = rows.subarray(y * (stride + 1) + 1, (y + 1) * (stride + 1));
    for (let x = 0; x < width; x++) {
      const own = pixels.subarray((y * width + x) * 4, (y * width + x) * 4 + RGB);
      const at = x * RGB;
      const near = [row.subarray(Math.max(0, at - RGB), at), above.subarray(at, at + RGB)].find(
        (other) => other.length === RGB && own.every((value, channel) => Math.abs(value - other[channel]) <= UNSEEN),
      );
      row.set(near ?? own, at);
    }
    above = row;
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([SIGNATURE, chunk('IHDR', header), chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
