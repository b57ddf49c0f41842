// SPDX-License-Identifier: GPL-3.0-or-later
// peers.mjs PEER FOLDER [N]: reads the first N texts of a folder with wink-nlp (sentences, names, parts of speech) or with
// compromise (dates), and prints how many bytes that were and the CPU seconds it took; loading is not counted.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [peer, folder, n] = process.argv.slice(2);

function list(path) {
  return readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? list(join(path, entry.name)) : [join(path, entry.name)]));
}

const texts = list(folder).slice(0, n ? Number(n) : undefined).map((path) => readFileSync(path, 'utf8'));

async function makeReader() {
  if (peer === 'wink-nlp') {
    const { default: winkNLP } = await import('wink-nlp');
    const { default: model } = await import('wink-eng-lite-web-model');
    const nlp = winkNLP(model, ['sbd', 'ner', 'pos']);
    return (text) => nlp.readDoc(text).entities().length();
  }
  const { default: nlp } = await import('compromise');
  const { default: dates } = await import('compromise-dates');
  nlp.plugin(dates);
  return (text) => nlp(text).dates().json().length;
}

const read = await makeReader();
read(texts[0]);
const start = process.cpuUsage();
let bytes = 0;
for (const text of texts) {
  read(text);
  bytes += Buffer.byteLength(text);
}
const took = process.cpuUsage(start);
console.log(`${bytes} ${((took.user + took.system) / 1e6).toFixed(6)}`);
