// The browser gives the same bytes as the command line, over the whole corpus.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { ROOT, download, pageTest, ready, useBrowser } from './support.mjs';

useBrowser();

const CORPUS = join(ROOT, 'tests/corpus');
const BUILT = join(process.env.CARGO_TARGET_DIR ?? join(ROOT, 'target'), 'release/nienbieu');
const PROGRAM = process.env.NIENBIEU_BIN ?? BUILT;

const names = existsSync(CORPUS)
  ? readdirSync(CORPUS).filter((name) => name.endsWith('.txt')).sort()
  : [];

test('there is a corpus, and a program to compare with', () => {
  assert.ok(names.length > 0, `no .txt file in ${CORPUS}`);
  assert.ok(existsSync(PROGRAM), `no program at ${PROGRAM}: run cargo build --release`);
});

pageTest('native = wasm, byte by byte', async (page) => {
  const native = execFileSync(PROGRAM, ['parse', '--format', 'ndjson', ...names], {
    cwd: CORPUS,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  await page.setInputFiles('#file-input', names.map((name) => join(CORPUS, name)));
  await page.waitForFunction((n) => document.querySelectorAll('.document').length === n, names.length);
  await ready(page);
  const { text } = await download(page, 'Tải NDJSON');
  const [ours, theirs] = [text.split('\n'), native.split('\n')];
  for (const [index, line] of theirs.entries()) {
    assert.equal(ours[index], line, `record ${index + 1}`);
  }
  assert.equal(text, native);
});
