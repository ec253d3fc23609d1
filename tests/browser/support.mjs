// What every browser test needs: the release build on a server of its own, a browser, a page that
// is watched for errors and requests.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { chromium } from 'playwright-core';

export const ROOT = resolve(import.meta.dirname, '../..');
const DIST = process.env.DIST ?? join(ROOT, 'dist');

const TYPES = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The build's folder over HTTP; `hits` counts what was asked for. */
async function serve() {
  const hits = [];
  const server = createServer(async (request, response) => {
    const path = new URL(request.url, 'http://localhost').pathname;
    hits.push(path);
    try {
      const body = await readFile(join(DIST, path === '/' ? 'index.html' : path));
      response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? TYPES['.html'] });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((done) => server.listen(0, 'localhost', done));
  return { server, hits, url: `http://localhost:${server.address().port}/` };
}

let served;
let browser;

/** Starts server and browser around the tests of a file. */
export function useBrowser() {
  before(async () => {
    assert.ok(existsSync(join(DIST, 'index.html')), `no build in ${DIST}: run trunk build --release`);
    served = await serve();
    browser = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: FLAGS,
    });
  });
  after(async () => {
    await browser?.close();
    served?.server.closeAllConnections();
    served?.server.close();
  });
}

/** A new page, loaded, with its worker up. */
async function open(options = {}) {
  const context = await browser.newContext({
    acceptDownloads: true,
    permissions: ['clipboard-read', 'clipboard-write'],
    viewport: { width: 1280, height: 800 },
    ...options,
  });
  const page = await context.newPage();
  const watch = { errors: [], requests: [], loaded: false };
  page.on('pageerror', (error) => watch.errors.push(String(error)));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) watch.errors.push(message.text());
  });
  context.on('request', (request) => {
    if (watch.loaded && request.url().startsWith('http')) watch.requests.push(request.url());
  });
  page.watch = watch;
  await load(page);
  watch.loaded = true;
  watch.hits = served.hits.length;
  return page;
}

/** Goes to the page, or to it again, and waits for the worker. */
export async function load(page) {
  await page.goto(served.url);
  await ready(page);
}

/** Waits until everything that was put in is read. */
export async function ready(page) {
  await page.waitForSelector('#status[data-ready="true"]', { state: 'attached', timeout: 60_000 });
}

/**
 * A test with a page of its own. Whatever it does, the page logs no error and asks the network for
 * nothing, unless the test says that it provokes it (`errors`, `requests`).
 */
export function pageTest(name, run, { errors = false, requests = false, ...options } = {}) {
  test(name, { timeout: 120_000 }, async () => {
    const page = await open(options);
    try {
      await run(page);
      if (!errors) assert.deepEqual(page.watch.errors, []);
      if (!requests) {
        assert.deepEqual(page.watch.requests, []);
        assert.deepEqual(served.hits.slice(page.watch.hits), []);
      }
    } finally {
      await page.context().close();
    }
  });
}

/** Pastes a text with the keyboard, as a reader does, and waits for its reading. */
export async function paste(page, text) {
  await page.focus('#paste-box');
  await page.evaluate((words) => navigator.clipboard.writeText(words), text);
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Control+V');
  await page.waitForFunction((words) => document.querySelector('#paste-box').value.length >= words, text.length - 1);
  await settled(page);
}

/** Two turns of the page's clock, so that what was put in has been noticed; then the reading. */
export async function settled(page) {
  await page.waitForTimeout(300);
  await ready(page);
}

/** Puts files in by the button. */
export async function upload(page, files) {
  await page.setInputFiles(
    '#file-input',
    files.map(([name, content]) => ({
      name,
      mimeType: 'text/plain',
      buffer: Buffer.from(content),
    })),
  );
  await page.waitForFunction((n) => document.querySelectorAll('.document').length >= n, files.length);
  await settled(page);
}

/** Saves by a button and gives the file's text. */
export async function download(page, label) {
  const [saved] = await Promise.all([page.waitForEvent('download'), page.click(`text=${label}`)]);
  return { name: saved.suggestedFilename(), text: await readFile(await saved.path(), 'utf8') };
}

/** The records that the page would save. */
export async function records(page) {
  return JSON.parse((await download(page, 'JSON >> nth=0')).text);
}

/** The timeline as it is shown: [date, quote] in order. */
export async function timeline(page) {
  return page.$$eval('.date', (dates) =>
    dates.flatMap((date) =>
      [...date.querySelectorAll('.quote')].map((quote) => [
        date.querySelector('h3').textContent,
        quote.textContent,
      ]),
    ),
  );
}

/** Whether an element can be seen without scrolling. */
export async function inView(page, selector) {
  await page.waitForFunction((wanted) => {
    const box = document.querySelector(wanted)?.getBoundingClientRect();
    return box && box.top >= 0 && box.bottom <= innerHeight;
  }, selector);
}
