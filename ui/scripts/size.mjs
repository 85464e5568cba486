/** The budget of what is read at the start: 120 kB of program and 15 kB of looks, compressed. Over it, this fails. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const ASSETS = 'dist/assets';
const BUDGET = { '.js': 120, '.css': 15 };

for (const [kind, most] of Object.entries(BUDGET)) {
  const files = readdirSync(ASSETS).filter((name) => name.endsWith(kind));
  const size = files.reduce((sum, name) => sum + gzipSync(readFileSync(join(ASSETS, name))).length, 0) / 1000;
  console.log(`${kind} ${size.toFixed(1)} kB of ${most}`);
  if (size > most) process.exitCode = 1;
}
