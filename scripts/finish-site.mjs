// Trunk's post_build hook, for a release: holds the built site to what a strict page needs, writes the
// compressed siblings that a web server hands out, and prints what the login weighs.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, extname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const site = process.env.TRUNK_STAGING_DIR;
if (!site) {
  console.error("finish-site is called by Trunk, which sets TRUNK_STAGING_DIR.");
  process.exit(1);
}
// A development server adds a script of its own, and is not what goes out.
if (process.env.TRUNK_PROFILE !== "release" || process.env.NOMADE_DEV) process.exit(0);

const files = readdirSync(site, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && !/\.(br|gz)$/.test(entry.name))
  .map((entry) => relative(site, join(entry.parentPath ?? entry.path, entry.name)).split(sep).join("/"))
  .sort();

// Trusted Types refuse innerHTML, and the page would stay empty: better no site than that one.
const unsafe = files.filter((name) => name.endsWith(".js") && /innerHTML|outerHTML|insertAdjacentHTML/.test(readFileSync(join(site, name), "utf8")));
if (unsafe.length > 0) {
  console.error(`innerHTML occurs in ${unsafe.join(", ")}: Trusted Types will refuse it.`);
  console.error('A nested element in view! whose content is wholly static becomes a template; write its text as a block, {"…"}.');
  process.exit(1);
}
const page = readFileSync(join(site, "index.html"), "utf8");
const inline = [...page.matchAll(/<script\b(?![^>]*\bsrc=)[^>]*>/g)].filter((match) => !/type="(application\/(ld\+)?json|speculationrules)"/.test(match[0]));
if (inline.length > 0 || /<[^>]+\son[a-z]+\s*=/i.test(page) || /<[^>]+\sstyle\s*=/i.test(page)) {
  console.error("index.html holds an inline script, handler or style: the Content-Security-Policy refuses them.");
  process.exit(1);
}

const packable = new Set([".html", ".js", ".css", ".wasm", ".svg", ".json", ".txt", ".webmanifest"]);
// An organisation edits config.json in place: a packed copy beside it would go on being served.
const edited = new Set(["config.json"]);
const sizes = new Map();
for (const name of files) {
  const raw = readFileSync(join(site, name));
  let sent = raw.length;
  if (packable.has(extname(name))) {
    const text = extname(name) !== ".wasm";
    const brotli = brotliCompressSync(raw, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 11,
        [constants.BROTLI_PARAM_LGWIN]: 24,
        [constants.BROTLI_PARAM_SIZE_HINT]: raw.length,
        [constants.BROTLI_PARAM_MODE]: text ? constants.BROTLI_MODE_TEXT : constants.BROTLI_MODE_GENERIC,
      },
    });
    sent = Math.min(sent, brotli.length);
    if (!edited.has(name)) {
      writeFileSync(join(site, `${name}.br`), brotli);
      writeFileSync(join(site, `${name}.gz`), gzipSync(raw, { level: 9 }));
    }
  }
  sizes.set(name, { raw: raw.length, sent });
}

// On the login's path: the page, what it names, the program, and the settings that the program reads.
const named = new Set([...page.matchAll(/(?:href|src)="\/?([^"#?]+)"/g)].map((match) => match[1]));
const onPath = files.filter((name) => name === "index.html" || named.has(name) || name.endsWith(".wasm") || edited.has(name));
const kB = (bytes) => (bytes / 1000).toFixed(1).padStart(8);
const width = Math.max(...onPath.map((name) => name.length), 22);
const row = (name, { raw, sent }) => `  ${name.padEnd(width)} ${kB(raw)} ${kB(sent)}`;
const total = onPath.reduce((sum, name) => ({ raw: sum.raw + sizes.get(name).raw, sent: sum.sent + sizes.get(name).sent }), { raw: 0, sent: 0 });
const table = [
  `  ${"the login, in kB".padEnd(width)} ${"raw".padStart(8)} ${"brotli".padStart(8)}`,
  ...onPath.map((name) => row(name, sizes.get(name))),
  row(`${onPath.length} files`, total),
].join("\n");
console.log(table);
writeFileSync(join(root, "target", "site", "weight.txt"), `${table}\n`);
