// The publication date: shown, asked for, given, taken back.
import assert from 'node:assert/strict';
import { pageTest, paste, records, settled, timeline, upload, useBrowser } from './support.mjs';

useBrowser();

const YEARLESS = 'Khai trương trạm y tế\nSáng 5/8, xã Mường Pồn khai trương trạm y tế mới. Hôm qua, trạm chạy thử.\n';

async function status(page) {
  return page.getAttribute('.published', 'data-status');
}

async function give(page, date) {
  await page.fill('.ask-form input', date);
  await page.click('.ask-form button');
  await settled(page);
}

pageTest('a date that is missing is asked for, and settles everything', async (page) => {
  await paste(page, YEARLESS);
  assert.ok(['unknown', 'inferred'].includes(await status(page)));
  assert.doesNotMatch((await timeline(page)).join(), /2022/);

  await give(page, '2022-08-06');
  assert.equal(await status(page), 'user');
  const dates = (await timeline(page)).map(([date]) => date);
  assert.ok(dates.some((date) => date.includes('5/8/2022')), dates.join());
  const [record] = await records(page);
  const day = record.times.find((time) => time.text.includes('5/8'));
  assert.equal(day.components.year, 'inferred');
  assert.equal(day.anchor, 'published');
  const yesterday = record.times.find((time) => time.text.toLowerCase() === 'hôm qua');
  assert.equal(yesterday.edtf, '2022-08-05');

  await page.hover(`#source [data-item="${day.id}"]`);
  const told = await page.textContent('#details');
  assert.ok(told.includes('năm: suy ra') && told.includes('ngày đăng'), told);
  assert.equal(await page.locator('.tag-inferred').count() > 0, true);

  await page.click('text=Bỏ ngày này');
  await settled(page);
  assert.notEqual(await status(page), 'user');
  assert.doesNotMatch((await timeline(page)).join(), /2022/);
});

pageTest('another date re-resolves again', async (page) => {
  await paste(page, YEARLESS);
  await give(page, '2022-08-06');
  await page.click('text=Sửa');
  await give(page, '2019-08-06');
  const dates = (await timeline(page)).map(([date]) => date);
  assert.ok(dates.some((date) => date.includes('5/8/2019')), dates.join());
});

pageTest('a stated date is shown and not asked for', async (page) => {
  await paste(page, 'Khai trương trạm y tế\nThứ Bảy, 6/8/2022, 09:30 (GMT+7)\nSáng 5/8, xã Mường Pồn khai trương trạm y tế mới, phục vụ hơn 5.000 người dân.\n');
  assert.equal(await status(page), 'stated');
  assert.match(await page.textContent('.published-value'), /Thứ Bảy, 6\/8\/2022, 09:30/);
  assert.equal(await page.locator('.ask-form').count(), 0);
  assert.match((await timeline(page)).join(), /5\/8\/2022/);
});

pageTest('what the article offers is one click away', async (page) => {
  await paste(page, 'Khai trương trạm y tế\nTrạm được khởi công ngày 20/2/2022. Sáng 5/8, xã khai trương trạm y tế mới.\n');
  assert.notEqual(await status(page), 'stated');
  await page.click('.chip >> nth=0');
  await settled(page);
  assert.equal(await status(page), 'user');
  const [record] = await records(page);
  assert.match(record.published.edtf, /^2022/);
});

pageTest('each article of a text has a date of its own', async (page) => {
  await upload(page, [['a.txt', YEARLESS], ['b.txt', YEARLESS]]);
  await page.click('.choice >> nth=1');
  await give(page, '2022-08-06');
  const all = await records(page);
  assert.deepEqual(all.map((record) => record.published.status === 'user'), [false, true]);
});
