// The browser gives the same bytes as the command line, over the whole corpus and every phrase.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { ROOT, download, pageTest, ready, useBrowser } from './support.mjs';

useBrowser();

const CORPUS = join(ROOT, 'tests/corpus');
const BUILT = join(process.env.CARGO_TARGET_DIR ?? join(ROOT, 'target'), 'release/nienbieu');
const PROGRAM = process.env.NIENBIEU_BIN ?? BUILT;

const PHRASES = join(ROOT, 'tests/times/cases.json');

/** The articles of the corpus, and the single phrases a hundred to a page: name and path of each. */
function inputs() {
  const articles = existsSync(CORPUS)
    ? readdirSync(CORPUS).filter((name) => name.endsWith('.txt')).sort()
    : [];
  const texts = JSON.parse(readFileSync(PHRASES, 'utf8')).map((phrase) => phrase.text);
  const folder = mkdtempSync(join(tmpdir(), 'nienbieu-parity-'));
  after(() => rmSync(folder, { recursive: true }));
  for (const name of articles) copyFileSync(join(CORPUS, name), join(folder, name));
  const pages = [];
  for (let from = 0; from < texts.length; from += 100) {
    const name = `phrases-${String(from).padStart(5, '0')}.txt`;
    writeFileSync(join(folder, name), texts.slice(from, from + 100).join('\n\n'));
    pages.push(name);
  }
  return { folder, articles, texts, names: [...articles, ...pages] };
}

const { folder, articles, texts, names } = inputs();

test('there is a corpus, and a program to compare with', () => {
  assert.ok(articles.length >= 30, `${articles.length} .txt files in ${CORPUS}`);
  assert.ok(texts.length >= 450, `${texts.length} phrases in ${PHRASES}`);
  assert.ok(existsSync(PROGRAM), `no program at ${PROGRAM}: run cargo build --release`);
});

pageTest('native = wasm, byte by byte', async (page) => {
  const native = execFileSync(PROGRAM, ['parse', '--format', 'ndjson', ...names], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  await page.setInputFiles('#file-input', names.map((name) => join(folder, name)));
  await page.waitForFunction((n) => document.querySelectorAll('.document').length === n, names.length);
  await ready(page);
  const { text } = await download(page, 'Tải NDJSON');
  const [ours, theirs] = [text.split('\n'), native.split('\n')];
  for (const [index, line] of theirs.entries()) {
    assert.equal(ours[index], line, `record ${index + 1}`);
  }
  assert.equal(text, native);
});
