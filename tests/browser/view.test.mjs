// What is seen: the timeline, the source, and the way between them.
import assert from 'node:assert/strict';
import { inView, load, pageTest, paste, records, settled, timeline, useBrowser } from './support.mjs';

useBrowser();

const FILLER = Array.from({ length: 30 }, () => 'Người dân trong xã vẫn đi làm, đi học bình thường.').join('\n');
const LONG = `Khai trương trạm y tế\nSáng 5/8/2022, xã khai trương trạm y tế mới.\n${FILLER}\nNgày 6/9/2023, trạm đón bệnh nhân thứ một nghìn.\n`;
const INTERVAL = 'Cách ly xã hội\nTừ ngày 12/7/2021 đến ngày 18/7/2021, huyện thực hiện giãn cách.\n';

pageTest('an event shows its words, by mouse', async (page) => {
  await paste(page, LONG);
  await page.click('.event >> nth=1');
  await inView(page, '#source .picked');
  assert.match(await page.textContent('#source .picked'), /6\/9\/2023/);
  assert.match(await page.textContent('#source .quoted'), /6\/9\/2023|trạm đón|Ngày/);
  assert.equal(await page.getAttribute('.event >> nth=1', 'aria-pressed'), 'true');
  assert.match(await page.textContent('#status'), /6\/9\/2023/);
  await page.click('.event >> nth=1');
  assert.equal(await page.locator('#source .picked').count(), 0);
});

pageTest('an event shows its words, by keyboard', async (page) => {
  await paste(page, LONG);
  await page.focus('.event >> nth=1');
  await page.keyboard.press('Enter');
  await inView(page, '#source .picked');
  assert.match(await page.textContent('#source .picked'), /6\/9\/2023/);
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Space');
  assert.match(await page.textContent('#source .picked'), /5\/8\/2022/);
});

pageTest('words show their event, by mouse', async (page) => {
  await paste(page, LONG);
  await page.click('#source mark.time >> nth=-1');
  await page.waitForSelector('.event >> nth=1');
  assert.equal(await page.getAttribute('.event >> nth=1', 'aria-pressed'), 'true');
  assert.equal(await page.getAttribute('.event >> nth=0', 'aria-pressed'), 'false');
  await inView(page, '.event[aria-pressed="true"]');
});

pageTest('words show their event, by keyboard', async (page) => {
  await paste(page, LONG);
  await page.focus('#source mark.time[role="button"] >> nth=0');
  await page.keyboard.press('Enter');
  assert.equal(await page.getAttribute('.event >> nth=0', 'aria-pressed'), 'true');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  assert.equal(await page.getAttribute('.event >> nth=1', 'aria-pressed'), 'true');
});

pageTest('pointing or focusing tells how a time was read', async (page) => {
  await paste(page, LONG);
  await page.hover('#source mark.time >> nth=0');
  const [record] = await records(page);
  const [first, second] = record.times.filter((time) => /\d\/\d/.test(time.text));
  await page.hover('#source mark.time >> nth=0');
  const told = await page.textContent('#details');
  for (const words of [first.text, first.value, first.edtf, first.rule, 'năm: ghi rõ']) {
    assert.ok(told.includes(words), `${words} not in ${told}`);
  }
  await page.focus('#source mark.time[role="button"] >> nth=1');
  assert.ok((await page.textContent('#details')).includes(second.edtf));
});

pageTest('a time inside another can be told apart', async (page) => {
  await paste(page, INTERVAL);
  const [record] = await records(page);
  const interval = record.times.find((time) => time.type === 'INTERVAL');
  assert.ok(interval, 'no interval was read');
  const inner = record.times.filter((time) => [interval.begin, interval.end].includes(time.id));
  assert.equal(inner.length, 2);
  for (const time of inner) {
    const piece = page.locator(`#source [data-item="${time.id}"]`).first();
    assert.ok((await piece.getAttribute('class')).includes('nested'));
    await piece.hover();
    assert.ok((await page.textContent('#details')).includes(interval.text), 'the outer one is named');
  }
  await page.click(`#source [data-item="${inner[1].id}"]`);
  assert.equal(await page.locator('.event[aria-pressed="true"]').count(), 1);
});

pageTest('marks stand on the very words, whatever the script', async (page) => {
  const text = '😀 Khai trương 𝒙\n“Ngày 5/8/2022” — 🇻🇳 họp; ngày 6/9/2023 họp lần 2 ở Đắk Nông.\n';
  await paste(page, text);
  const [record] = await records(page);
  assert.ok(record.times.length >= 2);
  const bytes = Buffer.from(record.text);
  for (const time of record.times) {
    const said = bytes.subarray(time.span.start, time.span.end).toString();
    assert.equal(said, time.text);
    const shown = await page.$$eval(`#source [data-item="${time.id}"]`, (all) => all.map((m) => m.textContent).join(''));
    assert.equal(shown, time.text);
  }
  assert.equal((await page.$$eval('#source .line', (all) => all.map((l) => l.textContent))).join('\n').trim(), text.trim());
});

pageTest('furniture is greyed, with the reason', async (page) => {
  await page.click('text=Thử bài mẫu');
  await page.waitForSelector('.event');
  await settled(page);
  const [record] = await records(page);
  const chrome = record.blocks.filter((block) => block.kind === 'chrome');
  assert.ok(chrome.length >= 4, `only ${chrome.length} lines of furniture`);
  assert.equal(await page.locator('.line[data-block="chrome"]').count(), chrome.length);
  assert.equal(await page.locator('.line[data-block="chrome"] .reason').count(), chrome.length);
});

pageTest('diagnostics are shown, all of them', async (page) => {
  await paste(page, 'Lịch họp\nNgày 31/2/2021, uỷ ban họp. Sáng 5/8/2022 họp tiếp.\n');
  const [record] = await records(page);
  assert.ok(record.diagnostics.length >= 1, 'the impossible date was not noticed');
  assert.equal(await page.locator('.diagnostics li').count(), record.diagnostics.length);
  assert.ok((await page.textContent('.diagnostics')).includes(record.diagnostics[0].message));
});

pageTest('the language changes everywhere and is kept', async (page) => {
  await paste(page, LONG);
  assert.equal(await page.getAttribute('html', 'lang'), 'vi');
  await page.click('text=English');
  assert.equal(await page.getAttribute('html', 'lang'), 'en');
  assert.match((await timeline(page))[0][0], /Friday 5 August 2022/);
  assert.equal(await page.textContent('label[for="paste-box"]'), 'Paste or type an article');
  page.watch.loaded = false;
  await load(page);
  assert.equal(await page.textContent('label[for="paste-box"]'), 'Paste or type an article');
  await page.click('text=Tiếng Việt');
  assert.equal(await page.textContent('label[for="paste-box"]'), 'Dán hoặc gõ bài báo');
}, { requests: true });

for (const width of [320, 390, 768, 1440]) {
  pageTest(`nothing is cut off at ${width} px`, async (page) => {
    await page.click('text=Thử bài mẫu');
    await page.waitForSelector('.event');
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    await page.click('.event >> nth=0');
    await inView(page, '#source .picked');
  }, { viewport: { width, height: 800 } });
}

pageTest('dark is dark, and motion can be reduced', async (page) => {
  const shade = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  assert.equal(shade, 'rgb(18, 21, 22)');
  await page.click('text=Thử bài mẫu');
  await page.waitForSelector('.event');
  assert.equal(await page.$eval('.story', (e) => getComputedStyle(e).scrollBehavior), 'auto');
}, { colorScheme: 'dark', reducedMotion: 'reduce' });

pageTest('everything can be reached by keyboard and has a name', async (page) => {
  await paste(page, LONG);
  const nameless = await page.$$eval('button, input, textarea, [role="button"]', (all) =>
    all
      .filter((e) => !(e.getAttribute('aria-label') || e.textContent.trim() || e.labels?.length))
      .map((e) => e.outerHTML),
  );
  assert.deepEqual(nameless, []);
  const ids = await page.$$eval('[id]', (all) => all.map((e) => e.id));
  assert.equal(new Set(ids).size, ids.length, 'an id stands twice');
  const seen = new Set();
  await page.focus('#paste-box');
  for (let i = 0; i < 30; i++) {
    await page.keyboard.press('Tab');
    seen.add(await page.evaluate(() => document.activeElement.id || document.activeElement.textContent.trim()));
  }
  for (const wanted of ['file-input', 'Thử bài mẫu', 'Tải JSON', 'Tải NDJSON', 'event-e1']) {
    assert.ok(seen.has(wanted), `${wanted} not among ${[...seen]}`);
  }
});
