// The site opened from a folder, as from a USB stick: style applies, scripts run, links work, nothing is complained of.
import { eachKind, openView } from "../browsers.mjs";
import { inside } from "../site.mjs";

export const about = "opened as files in Chromium: style, script, links, no complaint";

export async function check(site, { browser }) {
  const findings = [];
  await eachKind(site, browser, {}, async ({ page, strangers, complaints }, kind) => {
    await page.waitForTimeout(100);
    const find = (what) => findings.push({ where: kind.path, what });
    for (const url of strangers) find(`asks the network for ${url}`);
    for (const complaint of complaints) find(`the browser complains: ${complaint}`);
    for (const problem of await page.evaluate(styled)) find(problem);
  });
  for (const what of await scripts(site, browser)) findings.push({ where: "index.html", what });
  for (const what of await walk(site, browser)) findings.push({ where: "index.html", what });
  for (const page of site.pages.filter((page) => site.page(page).refresh)) {
    for (const what of await forwards(site, browser, page)) findings.push({ where: page, what });
  }
  return findings;
}

/** An old address takes its visitor to the new one, without a script. */
async function forwards(site, browser, page) {
  const view = await openView(site, browser, { javaScriptEnabled: false });
  const { file } = inside(site, page, site.page(page).refresh);
  try {
    await view.visit(page, "commit");
    await view.page.waitForURL((url) => url.pathname.endsWith(`/${file}`), { timeout: 10_000 });
    return [];
  } catch {
    return [`does not lead on to ${file}`];
  } finally {
    await view.close();
  }
}

/** Runs in the page: each style sheet is loaded and changes how the page looks. */
function styled() {
  const problems = [];
  for (const link of document.querySelectorAll("link[rel=stylesheet]")) if (!link.sheet) problems.push(`no style from ${link.href}`);
  if (getComputedStyle(document.body).marginTop !== "0px") problems.push("the style does not apply: the body has the margin of a bare page");
  return problems;
}

/** The scripts a page names have run, by what the browser's own profiler saw. */
async function scripts(site, browser) {
  const view = await openView(site, browser);
  await view.page.coverage.startJSCoverage({ resetOnNavigation: false });
  await view.visit("index.html");
  const wanted = await view.page.evaluate(() => [...document.querySelectorAll("script[src]")].map((script) => script.src));
  const seen = (await view.page.coverage.stopJSCoverage()).filter((entry) => entry.functions.some((one) => one.ranges.some((range) => range.count > 0)));
  await view.close();
  return wanted.filter((url) => !seen.some((entry) => entry.url === url)).map((url) => `the script did not run: ${url}`);
}

/** From the first page to a village by the links themselves, as a person with a stick goes. */
async function walk(site, browser) {
  const village = site.kinds.find((kind) => kind.name === "village")?.path.split("/") ?? [];
  const view = await openView(site, browser);
  try {
    await view.visit("index.html");
    for (let depth = 2; depth <= village.length; depth++) {
      const step = village.slice(0, depth).join("/").replace(/(\.html)?$/, ".html");
      const link = view.page.locator(`main a[href$="${step.split("/").pop()}"]`).first();
      if ((await link.count()) === 0) return [`no link to ${step} on the way from home`];
      await link.click();
      await view.page.waitForURL((url) => url.pathname.endsWith(step), { timeout: 10_000 });
    }
    return [];
  } finally {
    await view.close();
  }
}
