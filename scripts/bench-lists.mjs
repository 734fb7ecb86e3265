// How long lists answer: typing in their search, their size in nodes as they grow, opening a payslip from the list, and
// turning the pages of a full mailbox, and scrolling the calendar of a large team; Chromium with an empty profile and a processor four times slower, the large seed of the reference backend.
//   scripts/bench-lists.mjs [RUNS]        SITE is the built site, if it is not dist/
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Browser, freePort, sleep, start, until } from "./webdriver.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const runs = Number(process.argv[2] ?? 7);
/** What a list should be asked to hold, in documents. */
const SIZES = [100, 1000, 10000];
/** The same in messages of one folder. */
const MESSAGES = [100, 1000, 5000];
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
    "--port", `${port}`, "--database", join(folder, "portal.sqlite"), "--site", process.env.SITE ?? join(root, "dist"),
    "--seed", "large", "--documents", `${documents}`, "--test-controls",
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
  await until(`a link to ${href}`, 60, () =>
    browser.run("const link = document.querySelector(`a[href=\"${arguments[0]}\"]`); link?.click(); return link !== null", href));
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
    const keys = new PerformanceObserver((list) => { for (const it of list.getEntries()) if (it.name === "keydown" || it.name === "input") window.__keys.push([it.name, it.duration]); });
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
  return { typed: words.length, slowest: Math.max(16, ...keys.map(([, took]) => took)), over: keys.filter(([name, took]) => name === "keydown" && took > TYPING).length, task: Math.max(0, ...tasks) };
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

/** Brings letters to that account until its inbox holds so many, and waits for the page to list them. */
async function fillInbox(browser, site, username, size) {
  const held = async () => {
    const { folders } = await browser.run("return fetch('/api/v1/mail/folders').then((answer) => answer.json())");
    return folders.find((folder) => folder.role === "inbox").total;
  };
  const letter = {
    username, from: { name: "Camille Bernard", address: "camille.bernard@ville.example" }, subject: "Planning des permanences",
    text: "Bonjour,\n\nLe planning de décembre est en ligne, merci de compléter les colonnes D et E du tableau.\n\nCamille Bernard",
  };
  for (let missing = size - (await held()); missing > 0; missing -= 200) {
    const body = JSON.stringify({ deliver: { ...letter, count: Math.min(missing, 200) } });
    const answer = await fetch(`${site}/test/mail`, { method: "POST", headers: { "Content-Type": "application/json" }, body });
    if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`);
  }
  await browser.run("document.querySelector('.mail__deeds button').click()");
  await until(`the inbox of ${size} is listed`, 60, () =>
    browser.run("return document.querySelector('.mail-folders__total')?.textContent === arguments[0] && document.querySelectorAll('.mail-list__row').length > 0", `${size}`));
}

/** From the click on the way to another page of messages to the frame that shows it, with the time of its own call. */
async function turning(browser) {
  await browser.cdp("Emulation.setCPUThrottlingRate", { rate: 4 });
  await browser.run(`
    window.__turned = null;
    performance.clearResourceTimings();
    const number = document.querySelector(".page-turner__number").textContent;
    const button = document.querySelector(".page-turner > :last-child");
    button.addEventListener("click", () => {
      const began = performance.now();
      const look = () => {
        const now = document.querySelector(".page-turner__number")?.textContent;
        if (!now || now === number || !document.querySelector(".mail-list__row")) return requestAnimationFrame(look);
        requestAnimationFrame(() => setTimeout(() => {
          const call = performance.getEntriesByType("resource").find((it) => /\\/mail\\/messages\\?/.test(it.name));
          window.__turned = { whole: performance.now() - began, network: call.responseEnd - call.startTime };
        }));
      };
      requestAnimationFrame(look);
    }, { once: true });
    button.click();`);
  const turned = await until("the next page of messages shows", 60, () => browser.run("return window.__turned"));
  await browser.cdp("Emulation.setCPUThrottlingRate", { rate: 1 });
  return turned;
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

const result = { nodes: {}, typing: {}, opening: [], messages: {}, turning: [], calendar: {} };
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
await signedIn(100, async (browser, site) => {
  await follow(browser, "/space/mail", ".mail-list__row");
  for (const size of MESSAGES) {
    await fillInbox(browser, site, "manager.demo", size);
    result.messages[size] = await browser.run("return { all: document.querySelectorAll('*').length, rows: document.querySelectorAll('.mail-list__row').length }");
    console.error(`· ${size} messages: ${result.messages[size].all} nodes`);
  }
  for (let run = 0; run < runs; run += 1) result.turning.push(await turning(browser));
  result.typing.messages = await typing(browser, "planning permanence");
}, "manager.demo");
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

console.log("\nLists, Chromium, processor 4 times slower, --seed large");
for (const [what, sizes] of [["documents", result.nodes], ["messages", result.messages]]) {
  const [least] = Object.keys(sizes);
  console.log(`  ${what.padStart(9)}   nodes of the page   rows   against ${least}`);
  for (const [size, { all, rows }] of Object.entries(sizes)) {
    console.log(`  ${size.padStart(9)} ${`${all}`.padStart(19)} ${`${rows}`.padStart(6)} ${(all / sizes[least].all).toFixed(2).padStart(12)}`);
  }
}
for (const [list, { typed, slowest, over, task }] of Object.entries(result.typing)) {
  console.log(`  typing in the search of ${list}: slowest key to paint ${ms(slowest)} (${(slowest / TYPING).toFixed(2)} of ${TYPING} ms), ${over} of ${typed} over; longest task, results included, ${ms(task)}`);
}
const open = median(result.opening);
console.log(`  a payslip opens from the list, without its call: ${ms(open)} (${(open / OPENING).toFixed(2)} of ${OPENING} ms; median of ${runs}, slowest ${ms(Math.max(...result.opening))})`);
const turned = result.turning.map(({ whole, network }) => whole - network);
console.log(`  the next page of ${MESSAGES.at(-1)} messages shows, without its call: ${ms(median(turned))} (${(median(turned) / OPENING).toFixed(2)} of ${OPENING} ms; median of ${runs}, slowest ${ms(Math.max(...turned))}; its call ${ms(median(result.turning.map((it) => it.network)))})`);
for (const { people, times, nodes, height, frames, slowest, over, task } of Object.values(result.calendar)) {
  console.log(`  the team calendar with ${people} people, ${height} px high: ${nodes} nodes at most; scrolled to its end and back ${times} times in ${frames} frames, slowest ${ms(slowest)}, ${over} over ${FRAME} ms; longest task ${ms(task)} (0 is none over 50 ms)`);
}
mkdirSync(join(root, "target", "bench"), { recursive: true });
writeFileSync(join(root, "target", "bench", "lists.json"), `${JSON.stringify(result, null, 2)}\n`);
