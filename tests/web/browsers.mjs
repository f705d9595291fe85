// Owns how browsers are started and how a page of the site is opened in them. Judges nothing.
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { chromium } from "playwright-core";
import { PNG } from "pngjs";
import { answer } from "./server.mjs";
import { plain } from "./site.mjs";

export const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";
export const FIREFOX = process.env.FIREFOX ?? "/usr/bin/firefox-esr";

/** No sandbox, as automatic checks run as root; nothing of the browser's own goes out to the network. */
export const FLAGS = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
];

export const startChromium = () => chromium.launch({ executablePath: CHROMIUM, args: FLAGS });

/**
 * The address of a page of the site: over http (`base`), or as a file without one.
 * A host shows 404.html at addresses that are missing, and its links are absolute: it is seen at such an address.
 */
export function addressOf(site, path, base) {
  if (plain(path) === "404.html" && site.publicBase) return `${site.publicBase}khong-co/trang-nay.html`;
  return base ? base + path : pathToFileURL(join(site.root, plain(path))).href + path.slice(plain(path).length);
}

/**
 * A browser context with one page that visits the site. What the site names by its public address is answered
 * from the folder; every other request out of it is refused and noted in `strangers`. Without `workers`,
 * no service worker stands between a check and the site.
 */
export async function openView(site, browser, options = {}) {
  const { width = 360, height = 640, dark = false, base = "", workers = "block", ...rest } = options;
  const context = await browser.newContext({
    viewport: { width, height }, colorScheme: dark ? "dark" : "light", reducedMotion: "reduce", serviceWorkers: workers, ...rest,
  });
  const view = { context, strangers: [], complaints: [], close: () => context.close() };
  await context.route((url) => !(base && url.href.startsWith(base)) && /^https?:$/.test(url.protocol), (route) => {
    const url = route.request().url();
    if (!site.publicBase || !url.startsWith(site.publicBase)) {
      view.strangers.push(url);
      return route.abort();
    }
    const path = `/${url.slice(site.publicBase.length)}`;
    const { status, bytes, type } = answer(site.root, decodeURIComponent(plain(path)));
    return route.fulfill({ status, body: bytes, contentType: type });
  });
  const page = await context.newPage();
  view.page = page;
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type()) && !expected(page, message.text())) view.complaints.push(message.text());
  });
  page.on("pageerror", (error) => view.complaints.push(String(error)));
  page.on("requestfailed", (request) => view.complaints.push(`${request.url()}: ${request.failure()?.errorText}`));
  /** Goes to a page afresh; what was noted belongs to it alone. */
  view.visit = async (path, wait = "load") => {
    await page.goto("about:blank");
    view.strangers.length = 0;
    view.complaints.length = 0;
    await page.goto(addressOf(site, path, base), { waitUntil: wait });
  };
  return view;
}

/** What the tests bring about themselves: an address that is missing, and no service worker where none is wanted. */
const expected = (page, text) =>
  (page.url().includes("/khong-co/") && /status of 404/.test(text)) || text === "Service Worker registration blocked by Playwright";

/** Visits every kind of page, two at a time, each lane in a view of its own. */
export async function eachKind(site, browser, options, work) {
  const queue = site.kinds.filter((kind) => options.base || kind.path !== "404.html");
  const lane = async () => {
    const view = await openView(site, browser, options);
    try {
      for (let kind = queue.shift(); kind; kind = queue.shift()) {
        await view.visit(kind.path);
        await work(view, kind);
      }
    } finally {
      await view.close();
    }
  };
  await Promise.all([lane(), lane()]);
}

/** A picture by headless Firefox, in a profile of its own that asks nobody for anything. */
export async function pictureByFirefox(url, { width = 360, height = 640 } = {}) {
  const profile = mkdtempSync(join(tmpdir(), "binhyen-firefox-"));
  try {
    writeFileSync(join(profile, "user.js"), QUIET.map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`).join(""));
    const picture = join(profile, "picture.png");
    await promisify(execFile)(
      FIREFOX,
      ["--headless", "--no-remote", "--profile", profile, "--screenshot", picture, `--window-size=${width},${height}`, url],
      { timeout: 90_000, env: { ...process.env, HOME: profile, MOZ_HEADLESS: "1" } },
    );
    return PNG.sync.read(readFileSync(picture));
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

const QUIET = [
  ["app.update.enabled", false], ["app.normandy.enabled", false], ["browser.shell.checkDefaultBrowser", false],
  ["datareporting.policy.dataSubmissionEnabled", false], ["toolkit.telemetry.enabled", false],
  ["extensions.update.enabled", false], ["browser.safebrowsing.update.enabled", false],
  ["network.captive-portal-service.enabled", false], ["network.connectivity-service.enabled", false],
  ["services.settings.server", "data:,"], ["browser.startup.homepage_override.mstone", "ignore"],
  ["ui.systemUsesDarkTheme", 0],
];
