// Proves that the development server works: the reference backend over https, make dev API=… in front of it,
// and Chromium signing in through both, by the labels that a person reads.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Browser, freePort, start, until } from "./webdriver.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const folder = mkdtempSync(join(tmpdir(), "nomade-dev-"));
const [backendPort, devPort] = [await freePort(), await freePort()];
const origin = `http://localhost:${devPort}`;
const running = [];
let browser;
try {
  const backend = start(process.env.BACKEND, [
    "--port", `${backendPort}`, "--tls", "--database", join(folder, "portal.sqlite"), "--origin", origin,
  ]);
  running.push(backend);
  const dev = start(join(root, "scripts", "dev"), [], {
    env: { ...process.env, API: `https://127.0.0.1:${backendPort}`, INSECURE: "1", DEV_PORT: `${devPort}`, RELEASE: "1" },
  });
  running.push(dev);
  await until("make dev serves the site and the backend's answers", 600, async () => {
    if (backend.ended() !== null || dev.ended() !== null) return true;
    return (await fetch(`${origin}/api/v1/portal`)).ok && (await (await fetch(`${origin}/login`)).text()).includes("boot.js");
  });
  if (backend.ended() !== null) throw new Error(`the backend ended: ${backend.output()}`);
  if (dev.ended() !== null) throw new Error(`make dev ended: ${dev.output()}`);

  browser = await Browser.open();
  await browser.go(`${origin}/login`);
  const field = async (label) => browser.find(`//input[@id = //label[normalize-space() = "${label}"]/@for]`);
  await browser.type(await until("the field Identifiant", 60, () => field("Identifiant")), "agent.demo");
  await browser.type(await field("Mot de passe"), "Nomade-2026!");
  await browser.click(await browser.find('//button[normalize-space() = "Se connecter"]'));
  await until("signed in", 30, async () => new URL(await browser.url()).pathname.startsWith("/space") && browser.find('//*[normalize-space() = "Se déconnecter"]'));
  console.log(`signed in at ${origin} through the development server, the backend behind it on https`);
} catch (error) {
  console.error(`make dev API=… failed: ${error.message}`);
  for (const { output } of running) console.error(output().split("\n").slice(-30).join("\n"));
  process.exitCode = 1;
} finally {
  await browser?.close();
  for (const program of running.reverse()) await program.stop();
  rmSync(folder, { recursive: true, force: true });
}
