// A headless Chromium driven through chromedriver, and small helpers around it; node's own modules only.
import { spawn } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { createServer } from "node:net";
import { delimiter, join } from "node:path";

export const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

/** The first of `names` that is on the PATH. */
function program(...names) {
  for (const name of names) {
    for (const folder of process.env.PATH.split(delimiter)) {
      try {
        accessSync(join(folder, name), constants.X_OK);
        return join(folder, name);
      } catch {
        // not here
      }
    }
  }
  throw new Error(`none of ${names.join(", ")} is on the PATH: make setup FOR=bench`);
}

/** A port that was free a moment ago. */
export const freePort = () =>
  new Promise((done, fail) => {
    const server = createServer();
    server.once("error", fail);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });

/** Asks again until `question` gives something, or fails after `seconds` with the last word of it. */
export async function until(what, seconds, question) {
  const end = Date.now() + seconds * 1000;
  let last = "";
  while (Date.now() < end) {
    try {
      const answer = await question();
      if (answer) return answer;
    } catch (error) {
      last = ` (${error.message})`;
    }
    await sleep(100);
  }
  throw new Error(`${what}: not within ${seconds} s${last}`);
}

/** Starts a program; `output()` is what it has said, `stop()` ends it. */
export function start(command, args, options = {}) {
  const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"], ...options });
  let said = "";
  child.stdout.on("data", (data) => (said += data));
  child.stderr.on("data", (data) => (said += data));
  let ended = null;
  const end = new Promise((done) => {
    child.once("error", (error) => done((ended = error.message)));
    child.once("exit", (code, signal) => done((ended = `${signal ?? code}`)));
  });
  return {
    output: () => said,
    ended: () => ended,
    async stop() {
      if (ended === null) child.kill("SIGTERM");
      const late = setTimeout(() => child.kill("SIGKILL"), 5000);
      await end;
      clearTimeout(late);
    },
  };
}

export class Browser {
  static async open() {
    const driver = start(program("chromedriver"), ["--port=0"]);
    try {
      const port = await until("chromedriver starts", 20, () => /successfully on port (\d+)/.exec(driver.output())?.[1]);
      const browser = new Browser(driver, `http://127.0.0.1:${port}`);
      const { sessionId } = await browser.call("POST", "/session", {
        capabilities: {
          alwaysMatch: {
            acceptInsecureCerts: true,
            "goog:chromeOptions": {
              binary: program("chromium", "google-chrome", "chrome"),
              args: [
                "--headless=new", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []), "--disable-gpu", "--disable-quic",
                "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
                "--window-size=412,915", "--lang=fr",
              ],
              prefs: { "intl.accept_languages": "fr" },
            },
          },
        },
      });
      browser.session = `/session/${sessionId}`;
      return browser;
    } catch (error) {
      await driver.stop();
      throw error;
    }
  }

  constructor(driver, address) {
    this.driver = driver;
    this.address = address;
  }

  async call(method, path, body) {
    const answer = await fetch(this.address + path, { method, body: body === undefined ? undefined : JSON.stringify(body) });
    const { value } = await answer.json();
    if (!answer.ok) throw new Error(value.message?.split("\n")[0] ?? `${method} ${path}: ${answer.status}`);
    return value;
  }

  cdp(cmd, params = {}) {
    return this.call("POST", `${this.session}/goog/cdp/execute`, { cmd, params });
  }
  go(url) {
    return this.call("POST", `${this.session}/url`, { url });
  }
  url() {
    return this.call("GET", `${this.session}/url`);
  }
  run(script, ...args) {
    return this.call("POST", `${this.session}/execute/sync`, { script, args });
  }
  async find(xpath) {
    const element = await this.call("POST", `${this.session}/element`, { using: "xpath", value: xpath });
    return Object.values(element)[0];
  }
  click(element) {
    return this.call("POST", `${this.session}/element/${element}/click`, {});
  }
  type(element, text) {
    return this.call("POST", `${this.session}/element/${element}/value`, { text });
  }
  async close() {
    await this.call("DELETE", this.session).catch(() => {});
    await this.driver.stop();
  }
}
