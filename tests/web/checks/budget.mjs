// What a page costs: bytes on the way, and nothing from anywhere else.
import { eachKind, openView } from "../browsers.mjs";
import { packed } from "../server.mjs";
import { inside, kindOf } from "../site.mjs";

export const about = "budgets: 14 KB a commune page, 30 KB a first visit; nothing from outside; fonts of the system";

const PAGE = 14 * 1024;
const VISIT = 30 * 1024;

export async function check(site, tools) {
  return [...communes(site), ...fonts(site), ...(await visits(site, tools)), ...(await requests(site, tools))];
}

/** HTML and CSS of every commune page, packed as a host packs them. */
function communes(site) {
  const sizes = new Map();
  const size = (file) => {
    if (!sizes.has(file)) sizes.set(file, packed(site.read(file)).length);
    return sizes.get(file);
  };
  const pages = site.pages.filter((page) => /^(en\/)?danh-ba\/[^/]+\/[^/]+\.html$/.test(page));
  const costs = pages.map((page) => {
    const styles = site.page(page).links.filter((link) => link.tag === "link" && link.rel === "stylesheet");
    const files = [page, ...styles.map((link) => inside(site, page, link.address)?.file).filter((file) => site.files.has(file))];
    return { page, bytes: files.reduce((sum, file) => sum + size(file), 0) };
  });
  const largest = costs.sort((a, b) => b.bytes - a.bytes)[0];
  if (largest) console.log(`   the dearest commune page: ${largest.page}, ${kilo(largest.bytes)} of ${kilo(PAGE)} with its style`);
  return costs
    .filter((cost) => cost.bytes > PAGE)
    .map((cost) => ({ where: cost.page, what: `HTML and CSS take ${kilo(cost.bytes)}, ${kilo(PAGE)} at most` }));
}

function fonts(site) {
  return [...site.files]
    .filter((file) => file.endsWith(".css") && /@font-face/.test(site.read(file).toString("utf8")))
    .map((file) => ({ where: file, what: "loads a font; the site uses those of the system" }));
}

/** Everything a first visit to a page with a roster asks for, the small picture of the tab included. */
async function visits(site, { browser, server }) {
  const findings = [];
  for (const name of ["commune", "village", "english-commune"]) {
    const kind = kindOf(site, name);
    if (!kind) continue;
    const view = await openView(site, browser, { base: server.base, workers: "allow" });
    server.log.length = 0;
    await view.visit(kind.path, "networkidle");
    const sent = new Map(server.log.map((entry) => [entry.path.slice(1), entry.bytes]));
    for (const link of site.page(kind.path).links) {
      const file = link.tag === "link" && /\bicon\b/.test(link.rel) ? inside(site, kind.path, link.address)?.file : undefined;
      if (file && site.files.has(file) && !sent.has(file)) sent.set(file, packed(site.read(file)).length);
    }
    await view.close();
    const bytes = [...sent.values()].reduce((sum, one) => sum + one, 0);
    console.log(`   a first visit to ${kind.path}: ${kilo(bytes)} of ${kilo(VISIT)} in ${sent.size} files`);
    if (bytes > VISIT) findings.push({ where: kind.path, what: `a first visit takes ${kilo(bytes)}, ${kilo(VISIT)} at most: ${[...sent.keys()].join(" ")}` });
  }
  return findings;
}

/** What each kind asks for, and whether the browser complained of anything. */
async function requests(site, { browser, base }) {
  const findings = [];
  await eachKind(site, browser, { base }, async ({ context, page, strangers, complaints }, kind) => {
    await page.waitForTimeout(100);
    const find = (what) => findings.push({ where: kind.path, what });
    for (const url of strangers) find(`asks the outside for ${url}`);
    for (const complaint of complaints) find(`the browser complains: ${complaint}`);
    if (await page.evaluate(() => document.fonts.size > 0)) find("loads a font");
    if ((await context.cookies()).length > 0) find("sets a cookie");
  });
  return findings;
}

const kilo = (bytes) => `${(bytes / 1024).toFixed(1)} KB`;
