// Trunk's post_build hook, for a release: holds the built site to what a strict page needs, writes the
// compressed siblings that a web server hands out, and prints what the login weighs.
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, dirname, extname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

// npm's tools stand in the user's cache, beside the programs on the PATH.
const tools = (process.env.PATH ?? "").split(delimiter).find((folder) => folder.endsWith(join("node_modules", ".bin")));
const { minify } = tools ? createRequire(join(tools, "..", "x.js"))("terser") : {};

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const site = process.env.TRUNK_STAGING_DIR;
if (!site) {
  console.error("finish-site is called by Trunk, which sets TRUNK_STAGING_DIR.");
  process.exit(1);
}
const read = (name) => readFileSync(join(site, name), "utf8");
const one = (pattern) => readdirSync(site).find((name) => pattern.test(name));
let page = read("index.html");

// The login's program, which Trunk names, and the whole portal, which index.html does.
const programs = [/^login-.*\.js$/, /^intraparis-nomade\.js$/].map((pattern) => one(pattern));

// A program's starter tells the boot script that it is there: a script of the page can't be made later, since
// Trusted Types refuse that, and `import()` is no word of the boot script's language.
// Erased view types bring in a way to make markup from text that no view of ours takes: what is refused anyway is not
// there at all. (tests/it/static_elements.rs holds the views to that.)
for (const starter of programs) {
  const glue = read(starter).replace(/^.*\.innerHTML = .*;$/m, '        throw new TypeError("no markup from text");');
  writeFileSync(join(site, starter), `${glue}\nwindow.nomadeBoot.glue(__wbg_init);\n`);
}

// A development server adds a script of its own, and is not what goes out.
if (process.env.TRUNK_PROFILE !== "release" || process.env.NOMADE_DEV) process.exit(0);

// The boot script without what is for people, at most 8 kB of it: it stands before the first paint.
const boot = (await minify(read("boot.js"), { ecma: 5, toplevel: true, compress: { passes: 4, unsafe: true, pure_getters: true }, mangle: true, format: { ascii_only: true } })).code;
if (boot.length > 8192) {
  console.error(`boot.js has ${boot.length} bytes minified: at most 8192.`);
  process.exit(1);
}
// Both under a name made from what is in them, so that browsers may keep them, and refused if they were altered.
const digest = (content) => createHash("sha384").update(content).digest("base64");
const publish = (old, name, content) => {
  const published = name.replace(/(?=\.js$)/, `-${createHash("sha256").update(content).digest("hex").slice(0, 16)}`);
  rmSync(join(site, old));
  writeFileSync(join(site, published), content);
  for (const query of ["", "?again"]) {
    page = page.replace(`src="/${old}${query}"`, `src="/${published}${query}" integrity="sha384-${digest(content)}"`);
  }
  return published;
};
publish("boot.js", "boot.js", boot);
const due = ['id="login-en"', 'id="gate-fr"', "<noscript>"];
const named = programs.map((old) => {
  const stem = old.replace(/(-[0-9a-f]+)?\.js$/, "");
  const starter = publish(old, `${stem}.js`, read(old));
  // What the boot script holds the program against, and measures its progress by.
  const built = old.replace(/\.js$/, "_bg.wasm");
  const bytes = readFileSync(join(site, built));
  const program = `${stem}-${createHash("sha256").update(bytes).digest("hex").slice(0, 16)}_bg.wasm`;
  renameSync(join(site, built), join(site, program));
  page = page.replace(`data-wasm="/${built}"`, `data-wasm="/${program}" data-sha384="${digest(bytes)}" data-bytes="${bytes.length}"`);
  due.push(`data-wasm="/${program}" data-sha384=`, `src="/${starter}" integrity=`, `src="/${starter}?again" integrity=`);
  return [starter, program];
});
for (const mark of due) {
  if (!page.includes(mark)) {
    console.error(`index.html lacks ${mark}.`);
    process.exit(1);
  }
}
writeFileSync(join(site, "index.html"), page);

const files = readdirSync(site, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && !/\.(br|gz)$/.test(entry.name))
  .map((entry) => relative(site, join(entry.parentPath ?? entry.path, entry.name)).split(sep).join("/"))
  .sort();

// Trusted Types refuse innerHTML, and the page would stay empty: better no site than that one.
const unsafe = files.filter((name) => name.endsWith(".js") && /\.(innerHTML|outerHTML|insertAdjacentHTML)\b/.test(readFileSync(join(site, name), "utf8")));
if (unsafe.length > 0) {
  console.error(`innerHTML occurs in ${unsafe.join(", ")}: Trusted Types will refuse it.`);
  console.error('A nested element in view! whose content is wholly static becomes a template; write its text as a block, {"…"}.');
  process.exit(1);
}
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

// On the way to each: the page, what it names, its program, and the settings that the program reads.
const linked = new Set([...page.matchAll(/(?:href|src)="\/?([^"#?]+)"/g)].map((match) => match[1]));
const programFiles = new Set(named.flat());
const common = files.filter((name) => name === "index.html" || edited.has(name) || (linked.has(name) && !programFiles.has(name)));
const width = Math.max(...files.map((name) => name.length), 22);
const kB = (bytes) => (bytes / 1000).toFixed(1).padStart(8);
const row = (name, { raw, sent }) => `  ${name.padEnd(width)} ${kB(raw)} ${kB(sent)}`;
const sum = (names) => names.reduce((total, name) => ({ raw: total.raw + sizes.get(name).raw, sent: total.sent + sizes.get(name).sent }), { raw: 0, sent: 0 });
const weigh = (title, names) => [
  `  ${title.padEnd(width)} ${"raw".padStart(8)} ${"brotli".padStart(8)}`,
  ...names.map((name) => row(name, sizes.get(name))),
  row(`${names.length} files`, sum(names)),
];
const [light, whole] = named.map((own) => [...common, ...own]);
const table = [...weigh("the login, in kB", light), "", ...weigh("the agent space, in kB", whole)].join("\n");
console.log(table);
writeFileSync(join(root, "target", "site", "weight.txt"), `${table}\n`);
// What is on the login's path is a decision: a sentence or a page of the space that slips in is seen here.
const most = 400_000;
if (sum(light).sent > most) {
  console.error(`The login weighs ${sum(light).sent} bytes packed: at most ${most}.`);
  process.exit(1);
}
