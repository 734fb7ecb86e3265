// What the login weighs and how soon it takes a character, beside a static page with the same two fields:
// Chromium with an empty profile, a processor four times slower, 1.6 Mbit/s down, 150 ms.
//   scripts/bench [RUNS]
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { Browser, freePort, start, until } from "./webdriver.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const runs = Number(process.argv[2] ?? 7);
if (!Number.isInteger(runs) || runs < 1) {
  console.error("bench takes one number, how many times each page is opened");
  process.exit(2);
}

const staticPage = `<!DOCTYPE html>
<html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Connexion</title><link rel="icon" href="data:,">
<style>body{font-family:sans-serif;max-width:30rem;margin:2rem auto}label,input,button{display:block;font:inherit;margin:.5rem 0}</style></head>
<body><h1>Connexion</h1><form method="post"><label for="u">Identifiant</label><input id="u" autocomplete="username"><label for="p">Mot de passe</label><input id="p" type="password" autocomplete="current-password"><button>Se connecter</button></form></body></html>`;

// In the page, from its first moment: types one character as soon as a password field would take it, and
// again if the page loses it, so that the last time told is the one from which the character stays.
const typist = `(() => {
  const seen = (window.__typed = { at: null, times: 0, over: null });
  const look = () => {
    const field = document.querySelector('input[type="password"]');
    if (field && !field.value && !field.disabled && !field.readOnly && field.getClientRects().length && getComputedStyle(field).visibility === "visible") {
      field.focus();
      document.execCommand("insertText", false, "x");
      if (field.value) { seen.at = performance.now(); seen.times += 1; }
    }
  };
  // Our login stands before its program; the character typed is let go of, so that the program may take over.
  const over = () => {
    if (seen.over || !seen.at || !document.getElementById("boot-pieces")) return;
    if (document.activeElement.tagName === "INPUT" && performance.now() - seen.at > 50) document.activeElement.blur();
    if (document.forms.length && !document.querySelector("#boot-pieces form")) seen.over = performance.now();
  };
  setInterval(() => { look(); over(); }, 10);
})();`;

async function open(url) {
  const browser = await Browser.open();
  try {
    await browser.cdp("Network.enable");
    await browser.cdp("Network.emulateNetworkConditions", {
      offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 0.75e6 / 8,
    });
    await browser.cdp("Emulation.setCPUThrottlingRate", { rate: 4 });
    await browser.cdp("Page.enable");
    await browser.cdp("Page.addScriptToEvaluateOnNewDocument", { source: typist });
    await browser.go(url);
    await until(`${url} takes a character`, 60, () => browser.run("return window.__typed.at !== null"));
    // Settled: nothing more asked for, and nothing typed again, for a second and a half.
    return await until(`${url} comes to rest`, 60, async () => {
      const now = await browser.run(`
        const entries = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
        const last = Math.max(window.__typed.at, window.__typed.over ?? 0, ...entries.map((entry) => entry.responseEnd));
        // The program that has the space is brought ahead once somebody types: the login does not wait for it.
        const isAhead = (entry) => entry.name.includes("/intraparis-nomade-");
        const own = entries.filter((entry) => !isAhead(entry));
        const ahead = entries.filter(isAhead);
        const isBeingBrought = ahead.length > 0 && !ahead.some((entry) => entry.name.endsWith(".wasm"));
        const weigh = (some) => some.reduce((sum, entry) => sum + entry.encodedBodySize, 0);
        return {
          rested: performance.now() - last > 1500 && !isBeingBrought && (window.__typed.over !== null || !document.getElementById("boot-pieces")), over: window.__typed.over,
          typed: window.__typed.at, times: window.__typed.times,
          paint: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? null,
          requests: own.length, bytes: weigh(own), ahead: weigh(ahead),
        };`);
      return now.rested ? now : null;
    });
  } finally {
    await browser.close();
  }
}

const median = (numbers) => {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};
const seconds = (ms) => `${(ms / 1000).toFixed(2)} s`;

const folder = mkdtempSync(join(tmpdir(), "nomade-bench-"));
const port = await freePort();
const backend = start(process.env.BACKEND, ["--port", `${port}`, "--database", join(folder, "portal.sqlite"), "--site", join(root, "dist")]);
const packed = brotliCompressSync(staticPage);
const server = createServer((_, answer) => {
  answer.writeHead(200, { "content-type": "text/html; charset=utf-8", "content-encoding": "br", "content-length": packed.length });
  answer.end(packed);
});
try {
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const login = `http://localhost:${port}/login`;
  await until("the backend starts", 60, async () => {
    if (backend.ended() !== null) throw new Error(backend.output());
    return (await fetch(login)).ok;
  });
  const pages = [["static page", `http://localhost:${server.address().port}/`], ["our login", login]];
  const measured = pages.map(([name]) => ({ name, visits: [] }));
  // Turn by turn, so that a busy moment of the machine touches both.
  for (let run = 1; run <= runs; run += 1) {
    for (const [index, [name, url]] of pages.entries()) {
      const visit = await open(url);
      measured[index].visits.push(visit);
      console.error(`· ${run}/${runs} ${name}: ${seconds(visit.typed)}`);
    }
  }
  const of = (visits, key) => visits.map((visit) => visit[key]);
  const rows = measured.map(({ name, visits }) => ({
    name,
    requests: median(of(visits, "requests")),
    bytes: median(of(visits, "bytes")),
    paint: median(of(visits, "paint")),
    typed: median(of(visits, "typed")),
    fastest: Math.min(...of(visits, "typed")),
    slowest: Math.max(...of(visits, "typed")),
    lost: Math.max(...of(visits, "times")) - 1,
    ahead: median(of(visits, "ahead")),
    over: visits[0].over === null ? null : median(of(visits, "over")),
  }));
  console.log(`
The login, Chromium, processor 4 times slower, 1.6 Mbit/s, 150 ms; medians of ${runs}
  page          requests    brotli   first paint   takes a character   (fastest to slowest)`);
  for (const row of rows) {
    console.log(
      `  ${row.name.padEnd(13)} ${`${row.requests}`.padStart(8)} ${`${(row.bytes / 1000).toFixed(1)} kB`.padStart(9)} ${seconds(row.paint).padStart(13)} ${seconds(row.typed).padStart(19)}   (${seconds(row.fastest)} to ${seconds(row.slowest)})` +
        (row.lost > 0 ? `   a character typed early was lost up to ${row.lost} times` : ""),
    );
  }
  for (const row of rows.filter((row) => row.over !== null)) {
    console.log(`  ${row.name}: the program has taken over at ${seconds(row.over)}; brought ahead for the space once somebody types: ${(row.ahead / 1000).toFixed(1)} kB`);
  }
  mkdirSync(join(root, "target", "bench"), { recursive: true });
  writeFileSync(join(root, "target", "bench", "login.json"), `${JSON.stringify(rows, null, 2)}\n`);
} finally {
  server.close();
  server.closeAllConnections?.();
  await backend.stop();
  rmSync(folder, { recursive: true, force: true });
}
