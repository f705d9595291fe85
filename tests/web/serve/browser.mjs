// The preview in a real browser: style sheets exchanged in place, pages loaded again, findings laid over them.
// `run(browser, binary)` gives what is wrong as { where, what }; nothing is left running.
import { spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import axe from "axe-core";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const ROSTER = "data/rosters/huyen-song/xa-dong-hoa.toml";
const PRIVATE = "data/private/huyen-song/xa-dong-hoa.toml";
const TEXT = "content/pages/gioi-thieu.md";
const STYLE = "themes/default/assets/site.css";
const PAGE = "gioi-thieu.html";
/** Far longer than anything takes, so that a busy machine finds nothing wrong. */
const PATIENCE = 30_000;
const HOST = "binhyen-preview";

export async function run(browser, binary) {
  const findings = [];
  for (const lang of ["vi", "en"]) {
    const preview = await start(binary, lang);
    const context = await browser.newContext({ viewport: { width: 360, height: 640 }, reducedMotion: "reduce" });
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE);
    const complaints = [];
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(String(error)));
    const find = (what) => findings.push({ where: `serve --lang ${lang}`, what });
    const holds = (is, what) => is || find(what);
    try {
      await page.goto(preview.address + PAGE);
      await warnings(page, holds, lang);
      await styles(page, preview.site, holds);
      await pages(page, preview.site, holds);
      await overlay(page, preview.site, holds, lang, complaints);
      await escaping(page, preview.site, holds);
      await privacy(page, preview.site, holds);
      for (const complaint of complaints) find(`the browser complains: ${complaint}`);
      await ending(page, preview, holds);
    } catch (error) {
      find(error?.stack ?? String(error));
    } finally {
      await context.close();
      await preview.end();
    }
  }
  return findings;
}

/** A preview of a copy of the smallest site, with the style sheet of the theme as its own. */
async function start(binary, lang) {
  const folder = mkdtempSync(join(tmpdir(), "binhyen-web-serve-"));
  cpSync(join(root, "tests/sites/small/site"), folder, { recursive: true });
  const site = {
    read: (path) => readFileSync(join(folder, path), "utf8"),
    write: (path, text) => {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    },
    /** As most editors do: a new file, renamed over the old one. */
    save: (path, text) => {
      writeFileSync(join(folder, `${path}~`), text);
      renameSync(join(folder, `${path}~`), join(folder, path));
    },
  };
  site.write(STYLE, readFileSync(join(root, STYLE), "utf8"));
  const child = spawn(binary, ["serve", "--port", "0", "--lang", lang, "--root", folder], { stdio: ["ignore", "pipe", "ignore"] });
  const ended = new Promise((done) => child.on("exit", done));
  const end = async () => {
    child.kill("SIGINT");
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  for await (const line of createInterface({ input: child.stdout })) {
    const address = /http:\/\/127\.0\.0\.1:\d+\//.exec(line)?.[0];
    if (address) return { address, site, end };
  }
  rmSync(folder, { recursive: true, force: true });
  throw new Error(`${binary} serve ended before it said where`);
}

const mark = (page) => page.evaluate(() => { window.untouched = true; });
const isMarked = (page) => page.evaluate(() => window.untouched === true);
const probe = (page) => page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue("--probe").trim());
const note = (page, text) => page.locator(`${HOST} .note:visible`, { hasText: text });
const dialog = (page) => page.locator(`${HOST} dialog`);

async function warnings(page, holds, lang) {
  const count = note(page, lang === "vi" ? /^\d+ cảnh báo/ : /^\d+ warnings/);
  await count.waitFor();
  holds(!(await dialog(page).isVisible()), "warnings cover the page");
  await count.getByRole("button").click();
  await page.reload();
  await page.locator(HOST).waitFor({ state: "attached" });
  await page.waitForTimeout(500);
  holds((await count.count()) === 0, "a note that was dismissed comes back");
}

async function styles(page, site, holds) {
  await mark(page);
  const old = site.read(STYLE);
  for (const value of ["one", "two"]) {
    site.save(STYLE, `${old}\n:root { --probe: ${value} }\n`);
    await page.waitForFunction((value) => getComputedStyle(document.documentElement).getPropertyValue("--probe").trim() === value, value);
    await page.waitForFunction(() => document.querySelectorAll('link[rel~="stylesheet"]').length === 1);
  }
  holds(await isMarked(page), "a change of a style sheet loads the page again");
  holds((await probe(page)) === "two", "an older style sheet wins");
}

async function pages(page, site, holds) {
  await page.evaluate(() => scrollTo(0, 200));
  const before = await page.evaluate(() => scrollY);
  await mark(page);
  site.write(TEXT, `${site.read(TEXT)}\n\nMột đoạn vừa thêm.\n`);
  await page.getByText("Một đoạn vừa thêm.").waitFor();
  holds(!(await isMarked(page)), "a change of a text does not load the page again");
  await page.waitForFunction((before) => Math.abs(scrollY - before) < 40, before).catch(() => holds(false, "the page jumps when it is loaded again"));
}

async function overlay(page, site, holds, lang, complaints) {
  const good = site.read(ROSTER);
  await mark(page);
  site.save(ROSTER, good.replace('phone = "0237 000 1002"', 'fone = "0237 000 1002"'));
  await dialog(page).waitFor();
  const said = await dialog(page).innerText();
  const expected = [`${ROSTER}:12:1`, "D003", 'fone = "0237 000 1002"', lang === "vi" ? "cách sửa:" : "help:", lang === "vi" ? "1 lỗi" : "1 error"];
  for (const words of expected) holds(said.includes(words), `the overlay does not say ${words}: ${said}`);
  holds((await page.locator(HOST).getAttribute("lang")) === lang, "the overlay does not name its language");
  holds(await isMarked(page), "an error takes the last good page away");
  const at = await page.evaluate(placesOfCaret, HOST);
  holds(Math.abs(at.caret - at.mark) < 1.5, `the caret stands at ${at.caret}, what is wrong at ${at.mark}`);
  // The audit sets styles of its own to measure colours, which the policy refuses: its complaint, not ours.
  const before = complaints.length;
  await faults(page, holds);
  complaints.length = before;
  await page.keyboard.press("Escape");
  await dialog(page).waitFor({ state: "hidden" });
  const again = note(page, lang === "vi" ? "1 lỗi" : "1 error");
  await again.getByRole("button").click();
  await dialog(page).waitFor();
  await dialog(page).getByRole("button").click();
  await again.waitFor();
  // Mended: nothing changed on the page, so it stays as it is, without a word.
  site.save(ROSTER, good);
  await again.waitFor({ state: "hidden" });
  holds(await isMarked(page), "a page that did not change is loaded again");
  // The same error later is news again only if it was not put aside; another one is.
  site.save(ROSTER, good.replace('name = "Lê Văn Mẫu"', 'nane = "Lê Văn Mẫu"'));
  await dialog(page).waitFor();
  site.save(ROSTER, good);
  await dialog(page).waitFor({ state: "hidden" });
}

/** Runs in the page: where the caret is, and what it should stand under. */
function placesOfCaret(host) {
  const root = document.querySelector(host).shadowRoot;
  const left = (selector) => root.querySelector(selector).getBoundingClientRect().left;
  return { caret: left(".caret .ghost + span"), mark: left("mark") };
}

/** What is wrong with the overlay on a phone and a wide screen, in light and dark. */
async function faults(page, holds) {
  for (const [width, height] of [[320, 640], [360, 640], [1280, 800]]) {
    await page.setViewportSize({ width, height });
    for (const colorScheme of ["light", "dark"]) {
      await page.emulateMedia({ colorScheme });
      const wide = await page.evaluate((host) => {
        const box = document.querySelector(host).shadowRoot.querySelector("dialog");
        return box.scrollWidth - box.clientWidth;
      }, HOST);
      holds(wide <= 0, `the overlay is ${wide} px too wide at ${width} px`);
      await page.evaluate(axe.source);
      const found = await page.evaluate(async (host) => {
        const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
        const rules = { "color-contrast-enhanced": { enabled: true } };
        const context = { include: [[[host, "dialog"]]] };
        const { violations, passes } = await globalThis.axe.run(context, { runOnly: { type: "tag", values: tags }, rules });
        return { passed: passes.length, violations: violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.failureSummary}`)) };
      }, HOST);
      holds(found.passed > 0, "axe saw nothing of the overlay");
      for (const violation of found.violations) holds(false, `${violation} (${width} px, ${colorScheme})`);
    }
  }
  await page.setViewportSize({ width: 360, height: 640 });
  await page.emulateMedia({ colorScheme: "light" });
}

/** Text of the content is text, whatever it looks like. */
async function escaping(page, site, holds) {
  const good = site.read(ROSTER);
  const evil = '<img src=x onerror="window.harmed=1"><script>window.harmed=1</script>';
  site.save(ROSTER, `${good}\n[[people]]\n'${evil}' = 1\n`);
  await dialog(page).waitFor();
  holds((await dialog(page).innerText()).includes(evil), "what stands in the file is not shown as it stands");
  holds((await page.locator(`${HOST} img, ${HOST} script`).count()) === 0, "text of the content becomes markup");
  holds(!(await page.evaluate(() => window.harmed)), "text of the content is run");
  site.save(ROSTER, good);
  await dialog(page).waitFor({ state: "hidden" });
}

async function privacy(page, site, holds) {
  const good = site.read(PRIVATE);
  site.save(PRIVATE, good.replace('home = "Số nhà 7, ngõ Giếng Cổ"', 'home = ["Số nhà 7, ngõ Giếng Cổ"]'));
  await dialog(page).waitFor();
  const said = await dialog(page).innerText();
  holds(said.includes(`${PRIVATE}:`), `the overlay does not say where: ${said}`);
  holds(!said.includes("Giếng"), "a line of a private file is shown");
  site.save(PRIVATE, good);
  await dialog(page).waitFor({ state: "hidden" });
}

async function ending(page, preview, holds) {
  await preview.end();
  await note(page, "binhyen serve").waitFor();
  holds((await page.locator("h1").first().innerText()).length > 0, "the page goes with the server");
}
