// Owns the order of the checks and what is said of them. `npm test --prefix tests/web -- [FOLDER] [CHECK…]`
import { spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { startChromium } from "./browsers.mjs";
import { given } from "./given.mjs";
import { serve } from "./server.mjs";
import { openSite } from "./site.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
/** In this order: what fails soonest first, what must be alone with the processor by itself. */
const CHECKS = ["links", "validator", "books", "paper", "budget", "layout", "scriptless", "axe", "files", "firefox", "lighthouse"];
const SHOWN = 30;
/** Far more than any check takes, on a busy machine too: one that hangs is a failure, not a wait. */
const LIMIT = 12 * 60_000;

const { folder, words: wanted } = given(process.argv.slice(2), [...CHECKS, "selftest", "hooks"]);
const site = openSite(folder);
const runs = (name) => wanted.length === 0 || wanted.includes(name);

let failures = 0;
await main();
// A check that hung may hold something open still.
process.exit(failures > 0 ? 1 : 0);

async function main() {
  console.log(`${site.pages.length} pages in ${site.root}, ${site.kinds.length} kinds`);
  if (runs("selftest")) await step("the checks themselves", () => program("node", ["--test", "--test-reporter=spec", `${here}selftest/`]));
  const server = await serve(site.root);
  const browser = await startChromium();
  const tools = { browser, server, base: server.base };
  try {
    for (const name of CHECKS.filter(runs)) {
      await step(name, async () => {
        const { about, check } = await import(`./checks/${name}.mjs`);
        console.log(`   ${about}`);
        return check(site, tools);
      });
    }
    if (runs("hooks")) await hooks(tools);
  } finally {
    await browser.close();
    await server.close();
  }
  console.log(failures === 0 ? "\nEverything holds." : `\n${failures} of the checks found something.`);
}

/** Tests of other parts that need a browser, run where they stand. */
async function hooks({ browser, base }) {
  const hook = async (path, ...given) => {
    if (!existsSync(here + path)) return;
    const { run } = await import(pathToFileURL(here + path).href);
    await step(path, () => run(browser, ...given));
  };
  const tests = existsSync(`${here}finder`) ? readdirSync(`${here}finder`).filter((file) => file.endsWith(".test.mjs")) : [];
  if (tests.length > 0) await step("finder: node --test", () => program("node", ["--test", ...tests.map((file) => `${here}finder/${file}`)]));
  await hook("finder/browser.mjs", base);
  if (existsSync(`${here}finder/browser.mjs`)) await hook("finder/browser.mjs", pathToFileURL(`${site.root}/`).href);
  const binary = process.env.BINHYEN ?? resolve(here, "../../target/debug/binhyen");
  if (existsSync(binary)) await hook("serve/browser.mjs", binary);
  else if (existsSync(`${here}serve/browser.mjs`)) await step("serve/browser.mjs", () => [{ where: binary, what: "no such program: name it in BINHYEN" }]);
  await hook("offline/browser.mjs", site.root);
}

/** Runs one check, says how long it took and what it found. A check that breaks has failed. */
async function step(title, work) {
  const start = Date.now();
  console.log(`\n-- ${title}`);
  let findings;
  try {
    findings = (await Promise.race([work(), tooLong()])) ?? [];
  } catch (error) {
    findings = [{ where: title, what: error?.stack ?? String(error) }];
  }
  if (!Array.isArray(findings)) findings = [];
  const seconds = ((Date.now() - start) / 1000).toFixed(1);
  if (findings.length === 0) {
    console.log(`   holds (${seconds} s)`);
    return;
  }
  failures += 1;
  say(findings);
  console.log(`   ${findings.length} found (${seconds} s)`);
}

function tooLong() {
  return new Promise((_, failed) => {
    setTimeout(() => failed(new Error(`not done after ${LIMIT / 60_000} minutes`)), LIMIT).unref();
  });
}

/** The same finding on many pages is said once. */
function say(findings) {
  const places = new Map();
  for (const { where, what } of findings) places.set(what, [...(places.get(what) ?? []), where]);
  const shown = [...places].slice(0, SHOWN);
  for (const [what, where] of shown) {
    const more = where.length > 3 ? ` and ${where.length - 3} more` : "";
    console.log(`   ${what}\n      ${where.slice(0, 3).join("\n      ")}${more}`);
  }
  if (places.size > shown.length) console.log(`   … and ${places.size - shown.length} other findings`);
}

function program(command, given) {
  return new Promise((done) => {
    const child = spawn(command, given, { stdio: "inherit" });
    child.on("error", (error) => done([{ where: command, what: String(error) }]));
    child.on("exit", (code) => done(code === 0 ? [] : [{ where: given.join(" "), what: `ended with ${code}` }]));
  });
}
