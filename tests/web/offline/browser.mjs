// Reading without a network, in a real browser: what is kept, what is said of it, and what must be gone.
// By itself: node tests/web/offline/browser.mjs [FOLDER]
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { look } from "../checks/axe.mjs";
import { host } from "./server.mjs";

/** Runs all tests on the site in `folder`, which is only read. Gives what went wrong. */
export async function run(browser, folder) {
  const root = resolve(folder);
  const findings = [];
  for (const test of TESTS) {
    const reader = await open(browser, root);
    try {
      await test(reader);
    } catch (error) {
      findings.push({ where: `offline: ${test.name}`, what: error.stack ?? String(error) });
    } finally {
      await reader.close();
    }
  }
  return findings;
}

const TESTS = [
  nothing_shows_where_it_cannot_work,
  pages_seen_are_read_without_a_network_and_say_so,
  a_page_not_kept_leads_to_what_is,
  a_handbook_is_kept_on_request_and_read_whole,
  a_broken_save_says_so_and_goes_on,
  twelve_communes_are_kept_and_no_more,
  an_old_copy_warns,
  a_new_build_leaves_nothing_of_the_old,
  a_handbook_that_changed_is_fetched_anew,
  what_is_gone_is_forgotten,
  a_failing_host_is_like_no_network,
  the_reader_deletes_it_all,
  english_readers_land_on_english_pages,
  what_is_said_is_for_everyone,
];

/** One reader with a fresh profile, and a host of their own. */
async function open(browser, root, trial = true) {
  const site = await host(root);
  const context = await browser.newContext({ viewport: { width: 360, height: 640 } });
  if (trial) await context.addInitScript(() => localStorage.setItem("binhyen-offline", "1"));
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const complaints = [];
  page.on("console", (message) => {
    if (message.type() === "error" && /Content Security Policy|Uncaught/.test(message.text())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  const visit = (path) => page.goto(site.base + path, { waitUntil: "load" });
  const network = async (mode) => {
    site.mode = mode;
    await context.setOffline(mode === "down");
  };
  return {
    browser, root, site, context, page, complaints, visit, network,
    seen: (wanted) => page.locator(wanted).first().waitFor({ state: "visible" }),
    text: (wanted) => page.locator(wanted).first().innerText(),
    /** Visits a page and waits until it is kept. */
    keep: async (path) => {
      await visit(path);
      await page.locator(".kept").waitFor({ state: "visible" });
    },
    /** All that is kept, by the address it is kept at. */
    kept: () => page.evaluate(async () => {
      const all = {};
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const { url } of await cache.keys()) all[url] = await (await cache.match(url)).text();
      }
      return all;
    }),
    /** Publishes a build that differs: at the least, in what its worker says. */
    publish: async (edit = (worker) => worker) => {
      const before = site.read("sw.js");
      const version = /"version":"([0-9a-f]+)"/.exec(before)[1];
      const next = (BigInt(`0x${version}`) ^ 1n).toString(16).padStart(16, "0");
      site.put("sw.js", edit(before.replace(version, next)));
      await page.evaluate(() => navigator.serviceWorker.getRegistration().then((one) => one.update()));
      await until(page, async (version) => {
        const names = await caches.keys();
        return names.length > 0 && !names.some((name) => name.endsWith(version));
      }, version);
    },
    close: async () => {
      await context.close();
      await site.close();
    },
  };
}

async function nothing_shows_where_it_cannot_work({ browser, root }) {
  const reader = await open(browser, root, false);
  try {
    for (const path of [villages(root)[0], books(root)[0]]) {
      await reader.visit(path);
      await reader.page.waitForTimeout(300);
      const workers = await reader.page.evaluate(() => navigator.serviceWorker.getRegistrations().then((all) => all.length));
      assert.equal(workers, 0, `${path}: a preview on this machine gets no worker`);
      for (const wanted of [".copy", ".kept", "[data-book]"]) {
        assert.equal(await reader.page.locator(wanted).filter({ visible: true }).count(), 0, `${wanted} shows on ${path}`);
      }
    }
  } finally {
    await reader.close();
  }
}

async function pages_seen_are_read_without_a_network_and_say_so(reader) {
  const [village] = villages(reader.root);
  const commune = communeOf(village);
  await reader.keep(commune);
  await reader.keep(village);
  const name = await reader.text("h1");
  await reader.network("down");
  for (const path of [commune, village]) {
    await reader.visit(path);
    await reader.seen(".copy");
    assert.match(await reader.text(".copy"), /Đang xem bản đã lưu ngày \d\d\/\d+\/\d{4}\./);
    assert.equal(await reader.page.locator(".copy .stale").isVisible(), false, "a fresh copy does not warn");
    const margin = await reader.page.evaluate(() => getComputedStyle(document.body).marginTop);
    assert.equal(margin, "0px", `${path}: the style is there too`);
  }
  assert.equal(await reader.text("h1"), name);
  assert.ok((await reader.page.locator(".btn.main").getAttribute("href")).startsWith("tel:"));
  await reader.network("up");
  await reader.visit(village);
  await reader.seen(".kept");
  assert.equal(await reader.page.locator(".copy").isVisible(), false, "with a network nothing is a copy");
  assert.deepEqual(reader.complaints, []);
}

async function a_page_not_kept_leads_to_what_is(reader) {
  const [village, other] = villages(reader.root);
  await reader.keep(village);
  await reader.network("down");
  await reader.visit(`${other}?x=1#y`);
  const url = new URL(reader.page.url());
  assert.equal(url.pathname, "/thu/da-luu.html");
  await reader.seen("#chua-luu");
  assert.equal(await reader.page.locator("#mo-lai").evaluate((link) => link.href), `${reader.site.base}${other}?x=1#y`);
  assert.ok(await reader.page.locator("a[href='tel:113']").isVisible());
  await reader.seen("#danh-ba-da-xem li a");
  await reader.page.locator("#danh-ba-da-xem li a").first().click();
  await reader.page.waitForURL((url) => url.href === reader.site.base + village);
  await reader.seen(".copy");
  await reader.visit("da-luu.html?mo=..%2F..%2Fxa.html");
  await reader.seen("#danh-ba-da-xem li a");
  const away = await reader.page.locator("#mo-lai").evaluate((link) => link.href);
  assert.ok(!away.includes("xa.html"), `${away} leads out of the site`);
}

async function a_handbook_is_kept_on_request_and_read_whole(reader) {
  const [book] = books(reader.root);
  await save(reader, book, async () => {
    assert.match(await reader.text("[data-part=line]"), /^Đang lưu \d+\/\d+$/);
    assert.equal(await reader.page.locator("[data-part=save]").isVisible(), false);
  });
  const chapters = await reader.page.locator("#muc-luc a").evaluateAll((links) => links.map((link) => link.href));
  assert.ok(chapters.length > 3, "a book of several chapters");
  assert.match(await reader.text("[data-part=line]"), new RegExp(`^Đã lưu ngày [\\d/]+: ${chapters.length + 1} trang`));
  await reader.network("down");
  for (const chapter of chapters) {
    await reader.page.goto(chapter);
    assert.equal(reader.page.url(), chapter);
    assert.ok((await reader.text(".text")).length > 100, `${chapter} can be read`);
    await reader.seen(".copy");
  }
  await reader.visit(book);
  await reader.seen("[data-part=drop]");
  await reader.page.locator("[data-part=drop]").click();
  await reader.seen("[data-part=save]");
  assert.equal(await reader.page.evaluate(() => document.activeElement.dataset.part), "line", "the focus is not lost");
  const left = Object.keys(await reader.kept()).filter((url) => url.includes("/so-tay/"));
  assert.deepEqual(left, []);
}

async function a_broken_save_says_so_and_goes_on(reader) {
  const [book] = books(reader.root);
  await reader.visit(book);
  await reader.seen("[data-part=save]");
  let sent = 0;
  reader.site.refuse = (path) => path.startsWith("so-tay/") && ++sent > 4;
  await reader.page.locator("[data-part=save]").click();
  await reader.page.locator("[data-part=save]", { hasText: "Lưu tiếp" }).waitFor({ state: "visible" });
  assert.match(await reader.text("[data-part=line]"), /^Mới lưu được 4 trên \d+ trang\./);
  reader.site.refuse = () => false;
  // Seen again, it goes on by itself.
  await reader.visit(book);
  await reader.page.locator("[data-part=drop]").waitFor({ state: "visible" });
  await reader.page.locator("[data-part=line]", { hasText: "Đã lưu ngày" }).waitFor();
}

async function twelve_communes_are_kept_and_no_more(reader) {
  const all = communes(reader.root);
  assert.ok(all.length > 12, `${all.length} communes in both languages`);
  for (const commune of all.slice(0, 12)) await reader.keep(commune);
  // Seen again, the first is new; the second is now the oldest.
  await reader.keep(all[0]);
  await reader.keep(all[12]);
  await until(reader.page, async (url) => {
    for (const name of await caches.keys()) if (await (await caches.open(name)).match(url)) return false;
    return true;
  }, at(reader, all[1]));
  const kept = await reader.kept();
  for (const commune of [all[0], ...all.slice(2, 13)]) assert.ok(kept[at(reader, commune)], `${commune} is kept`);
}

async function an_old_copy_warns(reader) {
  const [village] = villages(reader.root);
  await reader.keep(village);
  await reader.page.evaluate(async (url) => {
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      const hit = await cache.match(url);
      if (!hit) continue;
      const headers = new Headers(hit.headers);
      headers.set("X-Saved", new Date(Date.now() - 31 * 86400000).toISOString());
      await cache.put(url, new Response(await hit.blob(), { headers }));
    }
  }, at(reader, village));
  await reader.network("down");
  await reader.visit(village);
  await reader.seen(".copy .stale");
}

async function a_new_build_leaves_nothing_of_the_old(reader) {
  const [village] = villages(reader.root);
  const [book] = books(reader.root);
  await reader.keep(communeOf(village));
  await reader.keep(village);
  const person = await reader.text(".who .name");
  await save(reader, book);
  const fetched = reader.site.asked.filter((path) => path.startsWith("so-tay/")).length;
  for (const path of [village, communeOf(village)]) {
    reader.site.put(path, reader.site.read(path).replaceAll(person, "Người Khác"));
  }
  // Another tab sees nothing yet; the build comes, and every copy of the old one goes.
  await reader.publish();
  const gone = Object.entries(await reader.kept()).filter(([, text]) => text.includes(person));
  assert.deepEqual(gone.map(([url]) => url), [], `${person} is kept nowhere`);
  await reader.visit("index.html");
  await until(reader.page, async (url) => {
    for (const name of await caches.keys()) {
      const hit = await (await caches.open(name)).match(url);
      if (hit && (await hit.text()).includes("Người Khác")) return true;
    }
    return false;
  }, at(reader, village));
  assert.equal(reader.site.asked.filter((path) => path.startsWith("so-tay/")).length, fetched, "the book is the same: not fetched again");
  await reader.network("down");
  await reader.visit(village);
  assert.equal(await reader.text(".who .name"), "Người Khác");
  await reader.seen(".copy");
  await reader.visit(book);
  await reader.seen("[data-part=drop]");
}

async function a_handbook_that_changed_is_fetched_anew(reader) {
  const [book] = books(reader.root);
  await save(reader, book);
  reader.site.put(book, reader.site.read(book).replace("</h1>", " (sửa)</h1>"));
  await reader.publish((worker) => {
    const hash = new RegExp(`"${book}":{"hash":"([0-9a-f]+)"`).exec(worker)[1];
    return worker.replace(hash, "0123456789abcdef");
  });
  await reader.visit("index.html");
  await until(reader.page, async (url) => {
    for (const name of await caches.keys()) {
      const hit = await (await caches.open(name)).match(url);
      if (hit) return (await hit.text()).includes("(sửa)</h1>");
    }
    return false;
  }, at(reader, book));
  await reader.network("down");
  await reader.visit(book);
  assert.match(await reader.text("h1"), /\(sửa\)$/);
}

async function what_is_gone_is_forgotten(reader) {
  const [village, other] = villages(reader.root);
  await reader.keep(village);
  await reader.keep(other);
  reader.site.put(village, null);
  // A page that became a notice names nobody any more.
  reader.site.put(other, `<!doctype html>\n<html lang="vi">\n<title>Trang không còn nữa</title>`);
  for (const path of [village, other]) {
    await reader.visit(path);
    await reader.visit("da-luu.html");
    await until(reader.page, async (url) => {
      for (const name of await caches.keys()) if (await (await caches.open(name)).match(url)) return false;
      return true;
    }, at(reader, path));
  }
  await reader.network("down");
  await reader.visit(village);
  assert.equal(new URL(reader.page.url()).pathname, "/thu/da-luu.html");
}

async function a_failing_host_is_like_no_network(reader) {
  const [village, other] = villages(reader.root);
  await reader.keep(village);
  await reader.network("failing");
  await reader.visit(village);
  await reader.seen(".copy");
  assert.equal((await reader.visit(other)).status(), 503, "what is not kept shows what the host says");
}

async function the_reader_deletes_it_all(reader) {
  const [village] = villages(reader.root);
  const [book] = books(reader.root);
  await reader.keep(village);
  await save(reader, book);
  await reader.visit("da-luu.html");
  await reader.seen("#danh-ba-da-xem li a");
  await reader.seen("#so-tay-da-luu li a");
  await reader.page.locator("#xoa-het button").click();
  await reader.seen("#chua-co");
  assert.equal(await reader.page.locator("#danh-ba-da-xem").isVisible(), false);
  const left = Object.keys(await reader.kept()).filter((url) => !/\/assets\/|da-luu$/.test(url));
  assert.deepEqual(left, []);
}

async function english_readers_land_on_english_pages(reader) {
  const [village, other] = villages(reader.root);
  await reader.keep(`en/${village}`);
  await reader.network("down");
  await reader.visit(`en/${village}`);
  assert.match(await reader.text(".copy"), /^You are reading a copy saved on \d+ \w+ \d{4}\./);
  await reader.visit(`en/${other}`);
  assert.equal(new URL(reader.page.url()).pathname, "/thu/en/da-luu.html");
}

async function what_is_said_is_for_everyone(reader) {
  const [village, other] = villages(reader.root);
  const [book] = books(reader.root);
  const fine = async (state) => assert.deepEqual(await look(reader.page, state), []);
  await reader.keep(village);
  await fine("a page that is kept");
  await reader.visit(book);
  await reader.seen("[data-part=save]");
  await fine("a handbook not kept");
  let sent = 0;
  reader.site.refuse = (path) => path.startsWith("so-tay/") && ++sent > 4;
  await reader.page.locator("[data-part=save]").click();
  await reader.page.locator("[data-part=save]", { hasText: "Lưu tiếp" }).waitFor({ state: "visible" });
  await fine("a handbook kept in part");
  reader.site.refuse = () => false;
  reader.site.delay = 3000;
  await reader.page.locator("[data-part=save]").click();
  await reader.seen("progress");
  await fine("a handbook being kept");
  reader.site.delay = 0;
  await reader.page.locator("[data-part=line]", { hasText: "Đã lưu ngày" }).waitFor();
  await fine("a handbook kept");
  await reader.network("down");
  await reader.visit(village);
  await reader.seen(".copy");
  await reader.page.locator(".stale").evaluate((words) => { words.hidden = false; });
  await fine("an old copy");
  await reader.visit(other);
  await reader.seen("#so-tay-da-luu li a");
  await fine("the list of what is kept");
}

/** Has a handbook kept, and looks at it on the way. */
async function save(reader, book, meanwhile = async () => {}) {
  await reader.visit(book);
  await reader.seen("[data-part=save]");
  reader.site.delay = 40;
  await reader.page.locator("[data-part=save]").click();
  await meanwhile();
  await reader.page.locator("[data-part=drop]").waitFor({ state: "visible" });
  reader.site.delay = 0;
}

/** Asks the page until the answer is true. */
async function until(page, question, given) {
  for (const end = Date.now() + 15_000; Date.now() < end; await page.waitForTimeout(50)) {
    if (await page.evaluate(question, given)) return;
  }
  throw new Error(`never true: ${question}`);
}

/** The address a page is kept at. */
const at = (reader, path) => reader.site.base + path.replace(/\.html$/, "");

const files = (root) => readdirSync(root, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith(".html"))
  .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join("/"))
  .sort();
const commune = (root, path) => /<html[^>]* data-commune="([^"]+)"/.exec(readFileSync(join(root, path), "utf8"))?.[1];

/** Communes with a roster, in every language. */
const communes = (root) => files(root).filter((path) => commune(root, path) === path.split("/").pop());

/** Villages of one commune, whose leader is named. */
const villages = (root) => {
  const named = (path) => /<div class="who"><p class="post">[^<]*<\/p><h2 class="name">/.test(readFileSync(join(root, path), "utf8"));
  const all = files(root).filter((path) => !path.startsWith("en/") && commune(root, path)?.startsWith("../") && named(path));
  return all.filter((path) => communeOf(path) === communeOf(all[0]));
};
const communeOf = (village) => `${village.split("/").slice(0, -1).join("/")}.html`;

/** Handbooks in the main language. */
const books = (root) => files(root).filter((path) => /^so-tay\/[^/]+\.html$/.test(path));

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { chromium } = await import("playwright-core");
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
  const findings = await run(browser, process.argv[2] ?? "public");
  await browser.close();
  for (const { where, what } of findings) console.error(`${where}\n${what}\n`);
  console.log(findings.length === 0 ? `${TESTS.length} tests hold` : `${findings.length} of ${TESTS.length} tests found something`);
  process.exitCode = findings.length > 0 ? 1 : 0;
}
