// The exports, read by TimelineJS and by a JSON-LD processor.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { after, before, test } from 'node:test';
import jsonld from 'jsonld';
import { chromium } from 'playwright-core';

const ROOT = resolve(import.meta.dirname, '../..');
const BUILT = join(process.env.CARGO_TARGET_DIR ?? join(ROOT, 'target'), 'release/nienbieu');
const PROGRAM = process.env.NIENBIEU_BIN ?? BUILT;
const CORPUS = join(ROOT, 'tests/corpus');
const ARTICLES = readdirSync(CORPUS).filter((name) => name.endsWith('.txt')).sort().slice(0, 20);
const NASTY = `Bắc Mây họp </title><script>alert(1)</script>

Ngày 5/8/2022, huyện <img src=x onerror="window.broken = true"> họp, javascript:alert(1).
`;

function run(args, input) {
  return execFileSync(PROGRAM, args, { cwd: CORPUS, encoding: 'utf8', input, maxBuffer: 1 << 30 });
}

const records = run(['parse', '-f', 'ndjson', ...ARTICLES]).trim().split('\n').map(JSON.parse);
const events = records.flatMap((record) => record.events);

// The contexts as they are published, in so far as the exports use them.
const SCHEMA_ORG = { '@context': { '@vocab': 'https://schema.org/', id: '@id', type: '@type' } };
const id = (iri) => ({ '@id': iri, '@type': '@id' });
const count = (iri) => ({ '@id': iri, '@type': 'http://www.w3.org/2001/XMLSchema#nonNegativeInteger' });
const vocab = (iri) => ({ '@id': iri, '@type': '@vocab' });
const OA = 'http://www.w3.org/ns/oa#';
const names = (...of) => Object.fromEntries(of.map((name) => [name, OA + name]));
const ANNOTATION = {
  '@context': {
    id: { '@type': '@id', '@id': '@id' },
    type: { '@type': '@id', '@id': '@type' },
    ...names('Annotation', 'SpecificResource', 'TextualBody', 'TextQuoteSelector'),
    ...names('TextPositionSelector', 'describing', 'tagging', 'exact', 'prefix', 'suffix'),
    AnnotationPage: 'http://www.w3.org/ns/activitystreams#OrderedCollectionPage',
    items: { '@type': '@id', '@id': 'http://www.w3.org/ns/activitystreams#items', '@container': '@list' },
    body: id(`${OA}hasBody`),
    target: id(`${OA}hasTarget`),
    source: id(`${OA}hasSource`),
    scope: id(`${OA}hasScope`),
    selector: id(`${OA}hasSelector`),
    motivation: vocab(`${OA}motivatedBy`),
    purpose: vocab(`${OA}hasPurpose`),
    start: count(`${OA}start`),
    end: count(`${OA}end`),
    value: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#value',
    format: 'http://purl.org/dc/elements/1.1/format',
  },
};
const CONTEXTS = {
  'https://schema.org': SCHEMA_ORG,
  'https://schema.org/': SCHEMA_ORG,
  'http://www.w3.org/ns/anno.jsonld': ANNOTATION,
};

/** The export expanded; a term that no context knows is an error. */
async function expanded(format) {
  const document = JSON.parse(run(['parse', '-f', format, ...ARTICLES]));
  const documentLoader = async (url) => {
    assert.ok(CONTEXTS[url], `asks for ${url}`);
    return { documentUrl: url, document: CONTEXTS[url] };
  };
  return jsonld.expand(document, { documentLoader, safe: true });
}

test('a JSON-LD processor finds every article and every event', async () => {
  const graph = await expanded('jsonld');
  assert.equal(graph.length, records.length);
  const S = 'https://schema.org/';
  const found = graph.flatMap((article) => {
    assert.deepEqual(article['@type'], [`${S}NewsArticle`]);
    return (article[`${S}about`] ?? []).filter((one) => one['@type'][0] === `${S}Event`);
  });
  const edtf = (event) => event[`${S}identifier`]?.[0][`${S}value`][0]['@value'];
  assert.deepEqual(found.map(edtf), events.map((event) => event.edtf));
});

test('a JSON-LD processor finds every annotation with its two selectors', async () => {
  const [page] = await expanded('annotations');
  const items = page['http://www.w3.org/ns/activitystreams#items'][0]['@list'];
  assert.ok(items.length > events.length);
  for (const item of items) {
    assert.deepEqual(item['@type'], [`${OA}Annotation`]);
    const [target] = item[`${OA}hasTarget`];
    assert.match(target[`${OA}hasSource`][0]['@id'], /^nih:sha-256;[0-9a-f]{64}$/);
    const types = target[`${OA}hasSelector`].map((selector) => selector['@type'][0]);
    assert.deepEqual(types, [`${OA}TextQuoteSelector`, `${OA}TextPositionSelector`]);
  }
});

let browser;
before(async () => {
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  });
});
after(() => browser?.close());

const TIMELINEJS = createRequire(import.meta.url).resolve('@knight-lab/timelinejs/dist/js/timeline.js');

/** What TimelineJS makes of the JSON, away from the network. */
async function timeline(json) {
  const page = await browser.newPage();
  await page.route('**/*', (route) => route.abort());
  await page.setContent('<div id="timeline" style="width: 1000px; height: 600px"></div>');
  await page.addScriptTag({ path: TIMELINEJS });
  return page.evaluate(async (config) => {
    const drawn = new TL.Timeline('timeline', config, { script_path: 'none', font: null });
    await new Promise((done) => {
      if (drawn.ready) done();
      else drawn.on('ready', done);
    });
    const text = (html) => new DOMParser().parseFromString(html, 'text/html').body.textContent;
    return {
      errors: drawn.config.getErrors(),
      slides: drawn.config.events.map((slide) => ({
        date: slide.display_date,
        headline: text(slide.text.headline),
        start: slide.start_date.data,
      })),
      drawn: document.querySelectorAll('.tl-slide').length,
      scripts: document.querySelectorAll('#timeline script, #timeline img[onerror]').length,
      broken: Boolean(window.broken),
    };
  }, json);
}

test('TimelineJS draws a slide a dated event', { timeout: 120_000 }, async () => {
  const [article] = ARTICLES;
  const json = JSON.parse(run(['parse', '-f', 'timelinejs', article]));
  const dated = records[0].events.filter((event) => event.earliest ?? event.latest);
  assert.ok(dated.length > 3);
  const { errors, slides, drawn } = await timeline(json);
  assert.deepEqual(errors, []);
  assert.equal(slides.length, dated.length);
  assert.equal(drawn, dated.length + 1);
  const years = slides.map((slide) => Number(slide.start.year));
  assert.deepEqual(years, dated.map((event) => Number((event.earliest ?? event.latest).slice(0, 4))));
});

test('TimelineJS shows hostile words as text', { timeout: 120_000 }, async () => {
  const json = JSON.parse(run(['parse', '-f', 'timelinejs'], NASTY));
  const { errors, slides, scripts, broken } = await timeline(json);
  assert.deepEqual([errors, scripts, broken], [[], 0, false]);
  assert.ok(slides.some((slide) => slide.headline.includes('<img src=x onerror=')), JSON.stringify(slides));
});
