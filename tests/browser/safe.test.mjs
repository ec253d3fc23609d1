// Private and safe: the policy, hostile text, a worker that is lost.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { test } from 'node:test';
import { pageTest, paste, ready, records, timeline, useBrowser } from './support.mjs';

useBrowser();

const STATION = 'Khai trương trạm y tế\nSáng 5/8/2022, xã khai trương trạm y tế mới.\n';

pageTest('the policy is there and strict', async (page) => {
  const policy = await page.getAttribute('meta[http-equiv="Content-Security-Policy"]', 'content');
  const rules = Object.fromEntries(
    policy.split(';').map((rule) => {
      const [name, ...values] = rule.trim().split(/\s+/);
      return [name, values];
    }),
  );
  assert.deepEqual(rules['default-src'], ["'none'"]);
  for (const name of ['connect-src', 'style-src', 'worker-src', 'img-src']) {
    assert.deepEqual(rules[name], ["'self'"], name);
  }
  for (const name of ['base-uri', 'form-action']) assert.deepEqual(rules[name], ["'none'"], name);
  const [own, wasm, ...hashes] = rules['script-src'];
  assert.deepEqual([own, wasm], ["'self'", "'wasm-unsafe-eval'"]);
  assert.ok(hashes.length >= 1 && hashes.every((hash) => /^'sha256-[A-Za-z0-9+/]{43}='$/.test(hash)));
});

pageTest('the policy holds: no foreign request, no inline script or style', async (page) => {
  let asked = 0;
  const foreign = createServer((_, response) => {
    asked += 1;
    response.writeHead(200, { 'access-control-allow-origin': '*' }).end('x');
  });
  await new Promise((done) => foreign.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${foreign.address().port}/`;
  const outcome = await page.evaluate(async (address) => {
    const sent = await fetch(address).then(() => 'sent', () => 'refused');
    new Image().src = address;
    const script = document.createElement('script');
    script.textContent = 'window.ran = true';
    document.body.append(script);
    document.body.setAttribute('style', 'color: rgb(1, 2, 3)');
    await new Promise((done) => setTimeout(done, 200));
    return { sent, ran: window.ran, color: getComputedStyle(document.body).color };
  }, url);
  foreign.close();
  assert.equal(outcome.sent, 'refused');
  assert.equal(outcome.ran, undefined);
  assert.notEqual(outcome.color, 'rgb(1, 2, 3)');
  assert.equal(asked, 0);
}, { errors: true, requests: true });

pageTest('the page itself has no inline style', async (page) => {
  await paste(page, STATION);
  assert.equal(await page.locator('[style], style').count(), 0);
});

pageTest('hostile text is text', async (page) => {
  const hostile = [
    '<script>window.hacked = 1</script><img src=x onerror="window.hacked = 2">',
    '<a href="javascript:window.hacked=3">bấm</a> "><svg onload=window.hacked=4>',
    'Sáng 5/8/2022, <b onclick="window.hacked=5">họp</b> \u202Egnọv ảđ\u202C &amp; {{7*7}} %{n}.',
  ].join('\n');
  await paste(page, hostile);
  assert.equal((await page.$$eval('#source .line', (all) => all.map((l) => l.firstChild && l.textContent))).join('\n').includes('<script>window.hacked = 1</script>'), true);
  assert.match((await timeline(page)).join(), /<b onclick="window.hacked=5">/);
  assert.equal(await page.evaluate(() => window.hacked), undefined);
  assert.equal(await page.locator('main img, main script, main svg, main a').count(), 0);
});

pageTest('a long line and a long text are read', async (page) => {
  const line = 'Sáng 5/8/2022, xã khai trương trạm y tế mới. '.repeat(400);
  await paste(page, `Khai trương\n${line}\n`);
  const [record] = await records(page);
  assert.ok(record.times.length >= 400, `${record.times.length} times`);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
});

/** Breaks the worker by running `how` in it. */
async function breakWorker(page, how) {
  const [worker] = page.workers();
  await worker.evaluate(how).catch(() => {});
}

async function readsAgain(page) {
  await paste(page, STATION);
  await ready(page);
  assert.equal((await timeline(page)).length, 1);
}

pageTest('a worker that breaks off is replaced at once, and the reader told', async (page) => {
  await breakWorker(page, () => void setTimeout(() => { throw new Error('gone'); }));
  await page.waitForSelector('.notice');
  assert.match(await page.textContent('[role="alert"]'), /khởi động lại/);
  await ready(page);
  await readsAgain(page);
  await page.click('text=Đã hiểu');
  assert.equal(await page.locator('.notice').count(), 0);
}, { requests: true });

pageTest('a worker that is gone is replaced when it does not answer', async (page) => {
  await breakWorker(page, () => self.close());
  await readsAgain(page);
  assert.match(await page.textContent('[role="alert"]'), /không trả lời kịp/);
}, { requests: true });

pageTest('a worker that hangs is ended and replaced', async (page) => {
  await breakWorker(page, () => void setTimeout(() => { for (;;); }));
  await readsAgain(page);
  // The browser ends a busy worker a moment after it is told to.
  for (let i = 0; i < 100 && page.workers().length > 1; i++) await page.waitForTimeout(100);
  assert.equal(page.workers().length, 1);
}, { requests: true });

test('the page holds no parser: only the worker does', async () => {
  const { readFile, readdir } = await import('node:fs/promises');
  const { join } = await import('node:path');
  const { ROOT } = await import('./support.mjs');
  const dist = process.env.DIST ?? join(ROOT, 'dist');
  const files = await readdir(dist);
  const marker = 'write 2021-07-24, 2021-07-24T18:30';
  const has = async (name) => (await readFile(join(dist, name))).includes(marker);
  const app = files.find((name) => /^app-.*\.wasm$/.test(name));
  assert.equal(await has('worker_bg.wasm'), true);
  assert.equal(await has(app), false);
});
