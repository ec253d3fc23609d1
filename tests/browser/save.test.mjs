// What comes out.
import assert from 'node:assert/strict';
import { download, pageTest, paste, upload, useBrowser } from './support.mjs';

useBrowser();

const STATION = 'Khai trương trạm y tế\nSáng 5/8/2022, xã khai trương trạm y tế mới.\n';

pageTest('JSON and NDJSON hold the same records', async (page) => {
  await paste(page, STATION);
  await upload(page, [['tram.txt', STATION], ['cau.txt', 'Thông xe\nNgày 12/9/2023, thông xe cầu.\n']]);
  const json = await download(page, 'Tải JSON');
  const ndjson = await download(page, 'Tải NDJSON');
  assert.deepEqual([json.name, ndjson.name], ['nien-bieu.json', 'nien-bieu.ndjson']);
  assert.ok(ndjson.text.endsWith('}\n'));
  const lines = ndjson.text.trimEnd().split('\n');
  const records = JSON.parse(json.text);
  assert.deepEqual(lines.map((line) => JSON.parse(line)), records);
  assert.deepEqual(records.map((record) => record.source.name), [undefined, 'tram.txt', 'cau.txt']);
  for (const record of records) {
    assert.equal(record.source.media_type, 'text/plain');
    assert.equal(record.schema_version, '1.0');
    assert.ok(record.events.length >= 1);
  }
});

pageTest('there is nothing to save before anything was read', async (page) => {
  assert.equal(await page.locator('.downloads').count(), 0);
});
