/**
 * The budget of what is read at the start: 120 kB of program and 15 kB of looks, compressed. Over it, this fails. What is
 * read at the start is what the page names, what that imports, and the door of the window.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const DIST = 'dist';
const BUDGET = { '.js': 120, '.css': 15 };
const read = (name) => readFileSync(join(DIST, 'assets', name));

const first = new Set();
const follow = (name) => {
  if (first.has(name)) return;
  first.add(name);
  if (!name.endsWith('.js')) return;
  for (const [, found] of String(read(name)).matchAll(/(?:from|import)"\.\/([^"]+\.js)"/g)) follow(found);
};
for (const [, name] of readFileSync(join(DIST, 'index.html'), 'utf8').matchAll(/assets\/([^"]+\.(?:js|css))"/g)) follow(name);
readdirSync(join(DIST, 'assets')).filter((name) => name.startsWith('tauri-')).forEach(follow);

for (const [kind, most] of Object.entries(BUDGET)) {
  const files = [...first].filter((name) => name.endsWith(kind));
  const size = files.reduce((sum, name) => sum + gzipSync(read(name)).length, 0) / 1000;
  console.log(`${kind} ${size.toFixed(1)} kB of ${most}, in ${files.length} files`);
  if (files.length === 0 || size > most) process.exitCode = 1;
}
