// Records as the app writes them (`docs/records.md`), for learners who were there before the journey.

const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let bit = 0; bit < 8; bit += 1) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c;
});

/** CRC-32 as in zip; Node has it from 20.15 on only. */
function crc32(text: string): string {
  let crc = 0xffffffff;
  for (const byte of Buffer.from(text)) crc = TABLE[(crc ^ byte) & 0xff]! ^ (crc >>> 8);
  return ((crc ^ 0xffffffff) >>> 0).toString(16).padStart(8, '0');
}

/** The line of a record: its cells, then the checksum of what stands before it. */
export function line(cells: unknown[]): string {
  const body = JSON.stringify(cells).slice(0, -1);
  return `${body},"${crc32(body)}"]`;
}
