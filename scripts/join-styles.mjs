// Trunk's pre_build hook: joins the style sheets, in the order of their layers, into the one file that
// index.html links. Written only when it changes, so that a watching Trunk does not run in circles.
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const style = join(root, "style");
const target = join(root, "target", "site", "style.css");

const sheets = (folder) =>
  existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".css")).sort() : [];

const first = ["layers.css", "tokens.css", "base.css", "layout.css"];
const last = ["utilities.css", "print.css"];
const own = sheets(style);
const between = own.filter((name) => !first.includes(name) && !last.includes(name));
const order = [
  ...first.filter((name) => own.includes(name)),
  ...sheets(join(style, "components")).map((name) => join("components", name)),
  ...between,
  ...last.filter((name) => own.includes(name)),
];

// Comments and the blanks around them are for people. A comment inside a string is not one.
const strip = (css) =>
  css
    .replace(/("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')|\/\*[\s\S]*?\*\//g, (_, text) => text ?? "")
    .replace(/[ \t]+$/gm, "")
    .replace(/\n{2,}/g, "\n")
    .trim();

const joined = order
  .map((name) => {
    const css = readFileSync(join(style, name), "utf8");
    if (/@import\b/.test(strip(css))) {
      console.error(`style/${name}: @import is not followed; add the file to style/ and it is joined.`);
      process.exit(1);
    }
    return process.env.TRUNK_PROFILE === "release" ? strip(css) : `/* ${name} */\n${css.trim()}`;
  })
  .join("\n")
  .concat("\n");

mkdirSync(dirname(target), { recursive: true });
if (!existsSync(target) || readFileSync(target, "utf8") !== joined) writeFileSync(target, joined);
