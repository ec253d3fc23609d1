// What goes in: pasting, typing, files, dropping, the sample.
import assert from 'node:assert/strict';
import { load, pageTest, paste, settled, timeline, upload, useBrowser } from './support.mjs';

useBrowser();

const STATION = 'Khai trương trạm y tế\n\nSáng 5/8/2022, xã Mường Pồn khai trương trạm y tế mới.\n';
const BRIDGE = 'Thông xe cầu mới\n\nNgày 12/9/2023, tỉnh thông xe cầu qua sông Ba.\n';

pageTest('the paste box has the focus', async (page) => {
  assert.equal(await page.evaluate(() => document.activeElement.id), 'paste-box');
});

pageTest('a pasted article becomes a timeline, without a button', async (page) => {
  await paste(page, STATION);
  const rows = await timeline(page);
  assert.equal(rows.length, 1);
  assert.match(rows[0][0], /5\/8\/2022/);
  assert.match(rows[0][1], /khai trương trạm y tế mới/);
  assert.equal(await page.textContent('.article-title'), 'Khai trương trạm y tế');
});

pageTest('typing is read as it goes, and the last state wins', async (page) => {
  await page.keyboard.type('Trạm y tế\nSáng 5/8/2022, khai trương. Ngày 6/9/2023, đón bệnh nhân.', { delay: 5 });
  await settled(page);
  const dates = (await timeline(page)).map(([date]) => date).join(' | ');
  assert.match(dates, /5\/8\/2022.*6\/9\/2023/);
  for (let i = 0; i < 40; i++) await page.keyboard.press('Backspace');
  await settled(page);
  assert.doesNotMatch((await timeline(page)).join(), /2023/);
});

pageTest('emptying the box empties the page', async (page) => {
  await paste(page, STATION);
  await page.fill('#paste-box', '');
  await page.waitForSelector('.intro');
  assert.equal(await page.locator('.event').count(), 0);
});

pageTest('several files make a list to choose from', async (page) => {
  await upload(page, [['tram.txt', STATION], ['cau.md', BRIDGE], ['trang.html', STATION]]);
  assert.deepEqual(await page.$$eval('.document .name', (all) => all.map((n) => n.textContent)), [
    'tram.txt',
    'cau.md',
    'trang.html',
  ]);
  assert.equal(await page.textContent('.article-title'), 'Khai trương trạm y tế');
  await page.click('.choice >> nth=1');
  assert.equal(await page.textContent('.article-title'), 'Thông xe cầu mới');
  assert.equal(await page.getAttribute('.choice >> nth=1', 'aria-current'), 'true');
  assert.match((await timeline(page))[0][0], /12\/9\/2023/);
});

pageTest('the same file can be picked again', async (page) => {
  await upload(page, [['tram.txt', STATION]]);
  await upload(page, [['tram.txt', STATION]]);
  await page.waitForFunction(() => document.querySelectorAll('.document').length === 2);
});

pageTest('a bad file says why, and the others go on', async (page) => {
  await upload(page, [['tot.txt', STATION], ['hong.txt', Buffer.from([0x4e, 0xff, 0xfe, 0x41])], ['cau.txt', BRIDGE]]);
  assert.equal(await page.locator('.choice').count(), 2);
  assert.match(await page.textContent('.trouble'), /not UTF-8: byte 0xFF at offset 1/);
});

pageTest('a bad file alone is told too', async (page) => {
  await upload(page, [['hong.txt', Buffer.from([0x4e, 0xff])]]);
  assert.match(await page.textContent('.trouble'), /UTF-8/);
});

pageTest('files can be dropped anywhere', async (page) => {
  const transfer = await page.evaluateHandle((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], 'tha.txt', { type: 'text/plain' }));
    return data;
  }, STATION);
  await page.dispatchEvent('header', 'dragover', { dataTransfer: transfer });
  await page.waitForSelector('.drop');
  await page.dispatchEvent('header', 'drop', { dataTransfer: transfer });
  await page.waitForSelector('.event');
  assert.equal(await page.locator('.drop').count(), 0);
  assert.equal(await page.textContent('.document .name'), 'tha.txt');
});

pageTest('the sample shows what the page can do', async (page) => {
  await page.click('text=Thử bài mẫu');
  await page.waitForSelector('.event');
  await settled(page);
  const rows = await timeline(page);
  assert.ok(rows.length >= 8, `only ${rows.length} events`);
  assert.equal(await page.getAttribute('.published', 'data-status'), 'stated');
  assert.match(await page.textContent('.published-value'), /Thứ Năm, 13\/6\/2024, 16:45/);
  assert.match(await page.textContent('.article-title'), /^Hậu Giang chủ động/);
  const dates = rows.map(([date]) => date).join(' | ');
  for (const date of ['1/1/2024 – 9/6/2024', '20/5/2024', '17/6/2024 – 23/6/2024', 'Quý I/2024']) {
    assert.ok(dates.includes(date), `${date} not in ${dates}`);
  }
});

pageTest('two articles pasted one after the other are two', async (page) => {
  const stamped = (title, stamp, body) => `${title}\n${stamp}\n${body}\n`;
  await paste(
    page,
    stamped(
      'Khai trương trạm y tế ở Mường Pồn',
      'Thứ Sáu, 5/8/2022, 17:30 (GMT+7)',
      'Sáng 5/8, xã Mường Pồn khai trương trạm y tế mới, phục vụ hơn 5.000 người dân trong vùng.\nTrạm có 12 phòng và đón bệnh nhân từ ngày 8/8.',
    ) +
      '\n' +
      stamped(
        'Thông xe cầu mới qua sông Ba',
        'Thứ Ba, 12/9/2023, 09:15 (GMT+7)',
        'Sáng 12/9, tỉnh Phú Yên thông xe cầu mới qua sông Ba, rút ngắn 15 km đường đi của người dân.\nCầu được khởi công ngày 20/2/2022.',
      ),
  );
  assert.equal(await page.locator('.choice').count(), 2);
  await page.click('.choice >> nth=1');
  assert.match(await page.textContent('.article-title'), /Thông xe cầu mới/);
  assert.doesNotMatch(await page.textContent('#source'), /Mường Pồn/);
});

pageTest('a document can be taken away, and all of them', async (page) => {
  await paste(page, STATION);
  await upload(page, [['cau.txt', BRIDGE]]);
  await page.click('[aria-label="Bỏ Văn bản đã dán"]');
  await page.waitForFunction(() => document.querySelector('#paste-box').value === '');
  assert.equal(await page.textContent('.article-title'), 'Thông xe cầu mới');
  await page.click('text=Xoá tất cả');
  await page.waitForSelector('.intro');
});

pageTest('nothing put in outlives the page', async (page) => {
  await paste(page, STATION);
  page.watch.loaded = false;
  await load(page);
  assert.equal(await page.inputValue('#paste-box'), '');
  assert.equal(await page.locator('.event').count(), 0);
}, { requests: true });
