// What hangs on events: chips, tables, filters, and the way to the words.
import assert from 'node:assert/strict';
import { inView, pageTest, paste, records, useBrowser } from './support.mjs';

useBrowser();

const ARTICLE = `Điện Biên khoanh vùng ổ dịch sởi
Thứ Bảy, 16/3/2024, 09:30 (GMT+7)
Ngày 14/3/2024, tỉnh Điện Biên ghi nhận 12 ca mắc mới, không có ca tử vong.
Người dân trong vùng vẫn đi làm, đi học bình thường.
Sáng 15/3/2024, ông Lò Văn Páo, Phó Chủ tịch UBND huyện Mường Nhé, ký Quyết định số 415/QĐ-UBND về việc lập 3 chốt kiểm soát.
Ngày 10/3/2024, tại thành phố Huế, tỉnh Thừa Thiên Huế, ngành y tế đã tiêm 1,2 triệu liều vắc xin.
`;

/** Every item of the record that an event names and the page can lead to, by its id. */
function words(record, id) {
  const layers = [record.quantities, record.citations, record.people, record.organizations, record.places];
  const item = layers.flat().find((each) => each.id === id);
  return item && Buffer.from(record.text).subarray(item.span.start, item.span.end).toString();
}

/** What is marked in the source. */
function picked(page) {
  return page.$$eval('#source .picked', (all) => all.map((mark) => mark.textContent).join(''));
}

pageTest('chips lead to their words, by mouse and by keyboard', async (page) => {
  await paste(page, ARTICLE);
  const [record] = await records(page);
  const chips = await page.$$eval('.item-chip', (all) => all.map((chip) => chip.dataset.item));
  assert.ok(chips.length >= 4, `only ${chips.length} chips`);
  for (const id of new Set(chips)) {
    const expected = words(record, id);
    if (!expected) continue;
    await page.click(`.item-chip[data-item="${id}"] >> nth=0`);
    assert.equal(await picked(page), expected);
    await inView(page, '#source .picked');
  }
  await page.focus('.item-chip >> nth=0');
  await page.keyboard.press('Enter');
  assert.equal(await picked(page), words(record, chips[0]));
  await page.keyboard.press('Space');
  assert.equal(await picked(page), '');
});

pageTest('a figure is explained', async (page) => {
  await paste(page, ARTICLE);
  const [record] = await records(page);
  const figure = record.quantities.find((each) => each.value === 12);
  assert.ok(figure, 'no figure of 12 was read');
  await page.hover(`#source [data-item="${figure.id}"]`);
  const told = await page.textContent('#details');
  for (const said of [figure.text, 'ca mắc mới', figure.rule, '14/3/2024']) {
    assert.ok(told.includes(said), `${said} not in ${told}`);
  }
});

pageTest('tables hold every item, and each row leads to its words', async (page) => {
  await paste(page, ARTICLE);
  const [record] = await records(page);
  for (const [tab, items] of [
    ['figure', record.quantities],
    ['paper', record.citations],
    ['person', record.people],
    ['body', record.organizations],
    ['place', record.places],
  ]) {
    assert.ok(items.length >= 1, `nothing for ${tab}`);
    await page.click(`#tab-${tab}`);
    assert.ok((await page.textContent(`#tab-${tab}`)).includes(String(items.length)));
    const rows = await page.$$eval('.items tbody tr', (all) => all.map((row) => row.dataset.item));
    assert.deepEqual(rows, items.map((item) => item.id));
    await page.click('.items tbody tr >> nth=-1');
    assert.equal(await picked(page), words(record, items.at(-1).id));
    await inView(page, '#source .picked');
  }
  await page.click(`#source [data-item="${record.places[0].id}"] >> nth=0`);
  assert.equal(await page.getAttribute('.items tr.marked', 'data-item'), record.places[0].id);
});

pageTest('tabs go by the arrows', async (page) => {
  await paste(page, ARTICLE);
  await page.focus('#tab-timeline');
  await page.keyboard.press('ArrowRight');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'tab-figure');
  assert.equal(await page.getAttribute('#tab-figure', 'aria-selected'), 'true');
  assert.equal(await page.getAttribute('#list', 'aria-labelledby'), 'tab-figure');
  await page.keyboard.press('Home');
  assert.equal(await page.locator('.timeline').count(), 1);
});

pageTest('filters combine, say how much is left, and go with one click', async (page) => {
  await paste(page, ARTICLE);
  const all = await page.locator('.event').count();
  await page.fill('#filter-place', 'dien bien');
  const inProvince = await page.$$eval('.quote', (quotes) => quotes.map((quote) => quote.textContent));
  assert.ok(inProvince.some((quote) => quote.includes('Điện Biên')), inProvince.join());
  assert.ok(inProvince.every((quote) => !quote.includes('Huế')), inProvince.join());
  assert.match(await page.textContent('.filtered'), new RegExp(`^Hiện ${inProvince.length} trong ${all}\\.`));
  await page.selectOption('#filter-metric', 'cases_new');
  assert.equal(await page.locator('.event').count(), 1);
  assert.match(await page.textContent('.quote'), /12 ca mắc mới/);
  await page.click('.filtered button');
  assert.equal(await page.locator('.event').count(), all);
  assert.equal(await page.inputValue('#filter-place'), '');
});

for (const width of [390, 1440]) {
  pageTest(`tables and filters fit at ${width} px`, async (page) => {
    await paste(page, ARTICLE);
    const fits = () => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
    assert.ok(await fits(), 'timeline');
    for (const tab of await page.$$eval('[role="tab"]', (tabs) => tabs.map((tab) => tab.id))) {
      await page.click(`#${tab}`);
      assert.ok(await fits(), tab);
    }
  }, { viewport: { width, height: 800 } });
}
