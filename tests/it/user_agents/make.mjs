// Makes installed.tsv and seen.tsv again. In an empty folder:
//   npm install --ignore-scripts @ulixee/real-user-agents@2.0.0-alpha.34 user-agents@2.1.198 \
//     node-device-detector@2.2.7 bowser@2.15.0
//   pip download --no-deps fake-useragent==2.2.0 && unzip fake_useragent-2.2.0-*.whl
//   node …/tests/it/user_agents/make.mjs
// Nothing of this project has a say in a label.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(join(process.cwd(), 'package.json'));
const here = import.meta.dirname;
const write = (name, rows) =>
  writeFileSync(join(here, name), rows.map((row) => row.join('\t')).sort().join('\n') + '\n');

// What was installed where the string was recorded: the label is BrowserStack's machine, not a reading of the string.
const RELEASES = {
  'Snow Leopard': '10.6', Lion: '10.7', 'Mountain Lion': '10.8', Mavericks: '10.9', Yosemite: '10.10',
  'El Capitan': '10.11', Sierra: '10.12', 'High Sierra': '10.13', Mojave: '10.14', Catalina: '10.15', 'Big Sur': '11',
  Monterey: '12', Ventura: '13', Sonoma: '14', Sequoia: '15', Tahoe: '26',
};
const FOUR = ['Chrome', 'Edge', 'Firefox', 'Safari'];
const installed = new Map();
for (const { id, string } of require('@ulixee/real-user-agents/data/external-raw/browserstack/userAgents.json')) {
  const [browser, place] = id.split('--');
  const [, name, major = ''] = /^(.*?)(?:-(\d+)(?:\.\d+)*)?$/.exec(browser);
  const system = place.startsWith('Windows-')
    ? place.replace('-', ' ')
    : `macOS ${RELEASES[place.replace('OS X-', '')]}`;
  const key = [FOUR.includes(name) ? name : 'Other', major, string].join('\t');
  installed.set(key, (installed.get(key) ?? new Set()).add(system));
}
write('installed.tsv', [...installed].map(([key, systems]) => {
  const [browser, major, string] = key.split('\t');
  return [browser, major, [...systems].sort().join(','), string];
}));

// What visitors of real sites sent; two parsers that share no code read it. Where they differ, one names a browser or
// an app that the other takes for what it imitates: the more particular name stands.
const { default: DeviceDetector } = await import(require.resolve('node-device-detector'));
const Bowser = require('bowser');
const FAMILIES = {
  Chrome: 'Chrome', 'Chrome Mobile': 'Chrome', 'Chrome Mobile iOS': 'Chrome', 'Chrome Webview': 'Chrome',
  Firefox: 'Firefox', 'Firefox Mobile': 'Firefox', 'Firefox Mobile iOS': 'Firefox',
  'Microsoft Edge': 'Edge', Safari: 'Safari', 'Mobile Safari': 'Safari',
};
const SYSTEMS = {
  Mac: 'macOS', macOS: 'macOS', iOS: 'iOS', iPadOS: 'iOS', Android: 'Android', Windows: 'Windows', 'Chrome OS': 'ChromeOS',
  'GNU/Linux': 'Linux', Ubuntu: 'Linux', Linux: 'Linux',
};
const detector = new DeviceDetector();
const strings = new Set(JSON.parse(readFileSync('node_modules/user-agents/dist/user-agents.json', 'utf8')).map((entry) => entry.userAgent));
for (const line of readFileSync('fake_useragent/data/browsers.jsonl', 'utf8').trim().split('\n')) {
  strings.add(JSON.parse(line).useragent);
}
let differ = 0;
write('seen.tsv', [...strings].filter((string) => !/[\t\n]/.test(string)).map((string) => {
  const one = detector.detect(string);
  const other = Bowser.getParser(string);
  const reading = (name, version) => [FAMILIES[name] ?? 'Other', String(Number.parseInt(version, 10) || '')];
  const a = reading(one.client?.name, one.client?.version);
  const b = reading(other.getBrowserName(), other.getBrowserVersion());
  const same = a[0] === b[0] && (a[0] === 'Other' || a[1] === b[1]);
  if (!same) {
    differ += 1;
    console.log([...a, one.client?.name, ...b, string].join(' | '));
  }
  const label = same ? a : [a, b].find(([name]) => name === 'Other') ?? ['', ''];
  const system = SYSTEMS[one.os?.name] === SYSTEMS[other.getOSName()] ? SYSTEMS[one.os?.name] : '';
  return [label[0], label[0] === 'Other' ? '' : label[1], system ?? '', string];
}));
console.log(`${strings.size} strings, the parsers differ on ${differ}`);
