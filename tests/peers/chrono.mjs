// Reads cases (one JSON a line: text, reference) from stdin with chrono-node's Vietnamese locale.
// Writes for each a line: a list of {start, end, points}; offsets are UTF-16, a point has the known
// components ("stated") and all of them ("all"), an interval two points.
import { createInterface } from 'node:readline';
import { vi } from 'chrono-node';

const PARTS = ['year', 'month', 'day', 'hour', 'minute', 'second'];

function point(components) {
  const all = Object.fromEntries(PARTS.map((part) => [part, components.get(part)]));
  const stated = PARTS.filter((part) => components.isCertain(part));
  if (components.isCertain('weekday')) stated.push('weekday');
  return { all, stated };
}

function result({ index, text, start, end }) {
  const points = end ? [point(start), point(end)] : [point(start)];
  return { start: index, end: index + text.length, points };
}

for await (const line of createInterface({ input: process.stdin })) {
  const { text, reference } = JSON.parse(line);
  console.log(JSON.stringify(vi.parse(text, new Date(reference)).map(result)));
}
