// How long lists answer: typing in their search, their size in nodes as they grow, opening a payslip from the list, and
// scrolling the calendar of a large team; Chromium with an empty profile and a processor four times slower, the large seed of the reference backend.
//   scripts/bench-lists.mjs [RUNS]
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Browser, freePort, sleep, start, until } from "./webdriver.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const runs = Number(process.argv[2] ?? 7);
/** What a list should be asked to hold, in documents. */
const SIZES = [100, 1000, 10000];
/** What typing and opening should stay under, in milliseconds. */
const TYPING = 50;
const OPENING = 200;

const median = (numbers) => {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};
const ms = (number) => `${Math.round(number)} ms`;

/** Runs `work` in a browser that is signed in at a backend with so many documents. */
async function signedIn(documents, work, username = "agent.demo") {
  const folder = mkdtempSync(join(tmpdir(), "nomade-bench-"));
  const port = await freePort();
  const backend = start(process.env.BACKEND, [
    "--port", `${port}`, "--database", join(folder, "portal.sqlite"), "--site", join(root, "dist"),
    "--seed", "large", "--documents", `${documents}`,
  ]);
  const site = `http://localhost:${port}`;
  let browser;
  try {
    await until("the backend starts", 120, async () => {
      if (backend.ended() !== null) throw new Error(backend.output());
      return (await fetch(`${site}/login`)).ok;
    });
    browser = await Browser.open();
    await browser.go(`${site}/login`);
    await until("the login stands", 60, () => browser.run("return document.forms.length > 0 && !document.querySelector('#boot-pieces form')"));
    await browser.type(await browser.find("//input[@autocomplete='username']"), username);
    await browser.type(await browser.find("//input[@type='password']"), "Nomade-2026!");
    await browser.click(await browser.find("//button[@type='submit']"));
    await until("the space opens", 60, () => browser.run("return location.pathname === '/space'"));
    return await work(browser, site);
  } finally {
    await browser?.close();
    await backend.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Opens a page of the space and waits for its rows; the document stays, as when somebody follows a link. */
async function follow(browser, href, rows) {
  await browser.run("document.querySelector(`a[href=\"${arguments[0]}\"]`).click()", href);
  await until(`${href} shows its rows`, 60, () => browser.run("return document.querySelectorAll(arguments[0]).length > 0", rows));
}

const key = async (browser, text) => {
  await browser.cdp("Input.dispatchKeyEvent", { type: "keyDown", text, key: text, unmodifiedText: text });
  await browser.cdp("Input.dispatchKeyEvent", { type: "keyUp", key: text });
};

/** From each key to the paint that follows it (Event Timing, in steps of 8 ms), and the longest task until the results are there. */
async function typing(browser, words) {
  await browser.run(`
    window.__keys = []; window.__tasks = [];
    window.__seen?.forEach((one) => one.disconnect());
    const keys = new PerformanceObserver((list) => { for (const it of list.getEntries()) if (it.name === "keydown" || it.name === "input") window.__keys.push(it.duration); });
    keys.observe({ type: "event", durationThreshold: 16, buffered: false });
    const tasks = new PerformanceObserver((list) => { for (const it of list.getEntries()) window.__tasks.push(it.duration); });
    tasks.observe({ type: "longtask" });
    window.__seen = [keys, tasks];
    const field = document.querySelector('main input[type="search"]');
    field.focus(); field.select();`);
  await browser.cdp("Emulation.setCPUThrottlingRate", { rate: 4 });
  for (const letter of words) {
    await key(browser, letter);
    await sleep(120);
  }
  await sleep(2000);
  await browser.cdp("Emulation.setCPUThrottlingRate", { rate: 1 });
  const { keys, tasks } = await browser.run("return { keys: window.__keys, tasks: window.__tasks }");
  return { typed: words.length, slowest: Math.max(16, ...keys), over: keys.filter((one) => one > TYPING).length, task: Math.max(0, ...tasks) };
}

/** From the click on a payslip to the frame that shows its lines, without the time of its own call. */
async function opening(browser, index) {
  await browser.cdp("Emulation.setCPUThrottlingRate", { rate: 4 });
  await browser.run(`
    window.__opened = null;
    performance.clearResourceTimings();
    const link = document.querySelectorAll(".payslip-list__link")[arguments[0]];
    link.addEventListener("click", () => {
      const began = performance.now();
      const look = () => {
        if (!document.querySelector(".payslip table")) return requestAnimationFrame(look);
        requestAnimationFrame(() => setTimeout(() => {
          const call = performance.getEntriesByType("resource").find((it) => /\\/payslips\\/[^/?]+$/.test(it.name));
          window.__opened = { whole: performance.now() - began, network: call ? call.responseEnd - call.startTime : 0 };
        }));
      };
      requestAnimationFrame(look);
    }, { once: true });
    link.click();`, index);
  const opened = await until("the payslip opens", 60, () => browser.run("return window.__opened"));
  await browser.cdp("Emulation.setCPUThrottlingRate", { rate: 1 });
  await browser.run("history.back()");
  await until("the list is back", 60, () => browser.run("return document.querySelectorAll('.payslip-list__link').length > 0"));
  return opened.whole - opened.network;
}

/** What one frame may take while a list is scrolled, in milliseconds. */
const FRAME = 50;

/** Scrolls the calendar from its top to its bottom and back, a screen's third a frame; the longest task and every frame over `FRAME`. */
async function scrolling(browser) {
  const began = "return document.querySelectorAll('.team-calendar__row').length > 0";
  await browser.cdp("Emulation.setDeviceMetricsOverride", { width: 1280, height: 900, deviceScaleFactor: 1, mobile: false });
  await until("the calendar shows its rows", 60, () => browser.run(began));
  await sleep(1000);
  await browser.cdp("Emulation.setCPUThrottlingRate", { rate: 4 });
  await browser.run(`
    window.__tasks = []; window.__frames = []; window.__scrolled = null;
    new PerformanceObserver((list) => { for (const it of list.getEntries()) window.__tasks.push(it.duration); }).observe({ type: "longtask" });
    const scroller = document.querySelector(".team-calendar");
    const step = Math.round(scroller.clientHeight / 3);
    let direction = 1, before = performance.now(), most = 0;
    // Counted now and then: counting takes time too.
    const count = () => { most = Math.max(most, document.querySelectorAll("*").length); };
    const move = () => {
      const now = performance.now();
      window.__frames.push(now - before);
      before = now;
      if (window.__frames.length % 20 === 1) count();
      scroller.scrollTop += direction * step;
      const isAtBottom = scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - 1;
      if (direction > 0 && isAtBottom) direction = -1;
      else if (direction < 0 && scroller.scrollTop <= 0) return (window.__scrolled = { most, height: scroller.scrollHeight });
      requestAnimationFrame(move);
    };
    requestAnimationFrame(move);`);
  await until("the calendar was scrolled", 60, () => browser.run("return window.__scrolled"));
  await sleep(500);
  await browser.cdp("Emulation.setCPUThrottlingRate", { rate: 1 });
  return browser.run(`
    const frames = window.__frames.slice(1);
    return {
      people: Number(document.querySelector(".team-calendar [role=table]").getAttribute("aria-rowcount")) - 2,
      nodes: window.__scrolled.most,
      height: window.__scrolled.height,
      frames: frames.length,
      slowest: Math.max(...frames),
      over: frames.filter((one) => one > arguments[0]).length,
      task: Math.max(0, ...window.__tasks),
    };`, FRAME);
}

/** As often as anything is measured, the worst of it. */
async function scrolledOften(browser) {
  const all = [];
  for (let run = 0; run < runs; run += 1) all.push(await scrolling(browser));
  const most = (key) => Math.max(...all.map((one) => one[key]));
  const sum = (key) => all.reduce((total, one) => total + one[key], 0);
  return { ...all[0], times: runs, nodes: most("nodes"), frames: sum("frames"), slowest: most("slowest"), over: sum("over"), task: most("task") };
}

const result = { nodes: {}, typing: {}, opening: [], calendar: {} };
for (const size of SIZES) {
  await signedIn(size, async (browser) => {
    await follow(browser, "/space/documents", ".document-list__row");
    result.nodes[size] = await browser.run("return { all: document.querySelectorAll('*').length, rows: document.querySelectorAll('.document-list__row').length }");
    console.error(`· ${size} documents: ${result.nodes[size].all} nodes`);
  });
}
await signedIn(2000, async (browser) => {
  await follow(browser, "/space/documents", ".document-list__row");
  result.typing.documents = await typing(browser, "attestation 2024");
  await follow(browser, "/space/payslips", ".payslip-list__row");
  result.typing.payslips = await typing(browser, "regularisation");
  await browser.run(`
    const field = document.querySelector('main input[type="search"]');
    field.value = ""; field.dispatchEvent(new Event("input", { bubbles: true }));`);
  await until("all payslips are back", 60, () => browser.run("return document.querySelectorAll('.payslip-list__link').length > 20"));
  for (let run = 0; run < runs; run += 1) {
    result.opening.push(await opening(browser, run));
    console.error(`· ${run + 1}/${runs} a payslip opens: ${ms(result.opening.at(-1))}`);
  }
});
await signedIn(100, async (browser) => {
  await browser.cdp("Emulation.setDeviceMetricsOverride", { width: 1280, height: 900, deviceScaleFactor: 1, mobile: false });
  await follow(browser, "/space/leave", "main h1");
  await follow(browser, "/space/leave/calendar", ".team-calendar__row");
  result.calendar.whole = await scrolledOften(browser);
  // A part of them, as a search finds it: what is drawn must not grow with the team.
  await browser.type(await browser.find("//input[@type='search']"), "an");
  await until("fewer people are found", 60, () =>
    browser.run("return Number(document.querySelector('.team-calendar [role=table]')?.getAttribute('aria-rowcount') ?? 9999) - 2 < arguments[0]", result.calendar.whole.people));
  result.calendar.part = await scrolledOften(browser);
}, "manager.demo");

const first = result.nodes[SIZES[0]].all;
console.log(`
Lists, Chromium, processor 4 times slower, --seed large
  documents   nodes of the page   rows   against ${SIZES[0]}`);
for (const size of SIZES) {
  const { all, rows } = result.nodes[size];
  console.log(`  ${`${size}`.padStart(9)} ${`${all}`.padStart(19)} ${`${rows}`.padStart(6)} ${(all / first).toFixed(2).padStart(12)}`);
}
for (const [list, { typed, slowest, over, task }] of Object.entries(result.typing)) {
  console.log(`  typing in the search of ${list}: slowest key to paint ${ms(slowest)} (${(slowest / TYPING).toFixed(2)} of ${TYPING} ms), ${over} of ${typed} over; longest task, results included, ${ms(task)}`);
}
const open = median(result.opening);
console.log(`  a payslip opens from the list, without its call: ${ms(open)} (${(open / OPENING).toFixed(2)} of ${OPENING} ms; median of ${runs}, slowest ${ms(Math.max(...result.opening))})`);
for (const { people, times, nodes, height, frames, slowest, over, task } of Object.values(result.calendar)) {
  console.log(`  the team calendar with ${people} people, ${height} px high: ${nodes} nodes at most; scrolled to its end and back ${times} times in ${frames} frames, slowest ${ms(slowest)}, ${over} over ${FRAME} ms; longest task ${ms(task)} (0 is none over 50 ms)`);
}
mkdirSync(join(root, "target", "bench"), { recursive: true });
writeFileSync(join(root, "target", "bench", "lists.json"), `${JSON.stringify(result, null, 2)}\n`);
