// Trunk's pre_build hook: has the program's own code, built natively, render what index.html holds before the
// program runs, and writes target/site/boot.html. Written only when it changes, as join-styles.mjs does.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const target = join(root, "target", "site", "boot.html");

// What scripts/env.sh set for wasm32 is not for this build, which shares its folder and its compiler with the tests.
const env = { ...process.env };
for (const name of ["CARGO_TARGET_DIR", "CARGO_UNSTABLE_BUILD_STD", "RUSTC_BOOTSTRAP", "RUSTC", "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", "CARGO_BUILD_TARGET"]) delete env[name];
if (env.NOMADE_TOOLS) {
  const debian = join(env.NOMADE_TOOLS, "debian-rust", "bin");
  env.PATH = env.PATH.split(delimiter).filter((folder) => folder !== debian).join(delimiter);
}
const made = spawnSync("cargo", ["run", "--quiet", "--bin", "login", "--", join(root, "public", "config.json")], {
  cwd: root, env, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"], maxBuffer: 64 * 1024 * 1024,
});
if (made.error || made.status !== 0) {
  console.error(`The page before the program could not be rendered: ${made.error ? made.error.message : `cargo run ended with ${made.status}`}`);
  process.exit(1);
}
// Marks of reactive places are the renderer's own, and nothing takes this markup over.
const html = `${made.stdout.replace(/<!>|<!---->/g, "").trim()}\n`;
if (!html.includes('id="login-fr"') || !html.includes('id="gate-en"')) {
  console.error("The page before the program lacks the login or the gate.");
  process.exit(1);
}
mkdirSync(dirname(target), { recursive: true });
if (!existsSync(target) || readFileSync(target, "utf8") !== html) writeFileSync(target, html);
