// The finder in a real browser: the same queries as in Node, read from what a person sees; the keyboard; the results page.
// `run(browser, base)`: base is http://…/ or file:///…/ and ends in a slash; gives findings as { where, what }.
import { readFileSync } from "node:fs";
import { problems } from "./expect.mjs";

const queries = JSON.parse(readFileSync(new URL("queries.json", import.meta.url), "utf8"));

export async function run(browser, base) {
  const site = base.endsWith("/") ? base : `${base}/`;
  const findings = [];
  const report = (where, what) => findings.push({ where: `${where} (${site.startsWith("file") ? "file" : "http"})`, what });
  for (const check of [asked, keyed, pressed, opened, broken, accessible]) {
    const context = await browser.newContext({ viewport: { width: 360, height: 640 } });
    const page = await context.newPage();
    page.on("pageerror", (error) => report(check.name, `a script fails: ${error.message}`));
    page.on("console", (message) => message.type() === "error" && ![broken, accessible].includes(check) && report(check.name, `the console says: ${message.text()}`));
    try {
      await check(page, site, (what) => report(check.name, what));
    } catch (error) {
      report(check.name, error.stack ?? String(error));
    }
    await context.close();
  }
  return findings;
}

const field = (page) => page.locator(".find input");

/** Types a text at once and waits for its whole answer. */
async function ask(page, text, type = (text) => field(page).fill(text)) {
  await page.evaluate(() => delete document.querySelector("[role=listbox]")?.dataset.asked);
  await type(text);
  await page.waitForFunction(
    (asked) => {
      const list = document.querySelector("[role=listbox]");
      return list && list.dataset.asked === asked.trim() && list.getAttribute("aria-busy") === "false";
    },
    text,
    { timeout: 15000 },
  );
}

/** What a person sees under the field. */
const seen = (page, site) =>
  page.evaluate((site) => {
    const box = document.querySelector(".find");
    const text = (node) => node?.textContent ?? "";
    const hits = [...box.querySelectorAll(".hit")].map((row) => {
      const lines = [...row.querySelectorAll(".line")].map(text);
      const dial = row.querySelector("[href^='tel:']")?.getAttribute("href").replace("tel:", "").replace(/^\+84/, "0");
      return { title: text(row.querySelector(".title")), path: row.querySelector(".go").href.slice(site.length), lines, call: dial };
    });
    const urgent = [...box.querySelectorAll("[role=group] .urgent a")].map((link) => link.getAttribute("href").slice(4));
    return { hits, urgent, note: text(box.querySelector(".note")), said: box.querySelector(".note").hidden ? "" : text(box.querySelector(".note")) };
  }, site);

async function asked(page, site, report) {
  let at = "";
  for (const query of queries.filter((query) => query.q.trim())) {
    const wanted = `${site}${query.here ?? (query.lang === "en" ? "en/index.html" : "danh-ba.html")}`;
    if (wanted !== at) {
      await page.goto((at = wanted));
      await field(page).focus();
    }
    await ask(page, query.q);
    const found = await seen(page, site);
    const hits = found.hits.map((hit) => ({
      ...hit,
      kind: query.first?.[0] ?? query.firsts?.[0][0] ?? query.firstKind,
      where: query.where && hit.lines.includes(query.where) ? query.where : hit.lines[0],
      via: query.via && hit.lines.some((line) => line.includes(query.via)) ? query.via : undefined,
      inText: hit.lines.includes(query.lang === "en" ? "In the text" : "Có trong bài"),
    }));
    // What a bare number is offered instead are districts to choose from.
    const offered = query.hint === "commune";
    const plain = { hits: offered ? [] : hits, urgent: found.urgent, hint: query.hint && found.said ? query.hint : "", isClose: found.said !== "" };
    for (const problem of problems(query, plain)) report(problem);
    if (offered && !hits.length) report(`“${query.q}” offers no place to choose`);
  }
}

/** Letter by letter, as people type: the answer of the whole is that of the whole. */
async function keyed(page, site, report) {
  await page.goto(`${site}index.html`);
  await field(page).focus();
  const [first] = queries;
  await ask(page, first.q, (text) => field(page).pressSequentially(text, { delay: 15 }));
  const { hits } = await seen(page, site);
  if (hits[0]?.path !== first.first[1] || hits[0].call !== first.call) report(`typed letter by letter, “${first.q}” gives ${JSON.stringify(hits[0])}`);
  const height = await page.locator(".find .hit [href^='tel:']").first().evaluate((link) => link.getBoundingClientRect().height);
  if (height < 44) report(`the button to call is ${height} px high`);
}

async function pressed(page, site, report) {
  const expect = (what, found, wanted) => found === wanted || report(`${what}: ${found}, not ${wanted}`);
  await page.goto(`${site}danh-ba/huyen-tho-xuan.html`);
  await page.keyboard.press("/");
  expect("/ goes to the field", await page.evaluate(() => document.activeElement.id), "q");
  await page.waitForFunction(() => document.activeElement.getAttribute("role") === "combobox");
  await ask(page, "thon 5 xuan hoa tho xuan");
  const state = () =>
    page.evaluate(() => {
      const input = document.querySelector(".find input");
      const active = document.getElementById(input.getAttribute("aria-activedescendant") ?? "");
      return { open: input.getAttribute("aria-expanded"), role: active?.getAttribute("role") ?? "", href: active?.getAttribute("href") ?? "", selected: document.querySelectorAll("[aria-selected=true]").length };
    });
  expect("the list is open", (await state()).open, "true");
  expect("nothing is chosen", (await state()).role, "");
  await page.keyboard.press("ArrowDown");
  expect("down chooses an option", (await state()).role, "option");
  expect("one is selected", (await state()).selected, 1);
  expect("down chooses the first result", (await state()).href.endsWith("xa-xuan-hoa/thon-5.html"), true);
  await page.keyboard.press("ArrowDown");
  expect("down again chooses its call", (await state()).href, "tel:+84900000105");
  await page.keyboard.press("Home");
  expect("Home goes back to the text", (await state()).role, "");
  await page.keyboard.press("ArrowUp");
  expect("up from the text chooses the last", (await state()).role, "option");
  await page.keyboard.press("ArrowDown");
  expect("down from the last goes back to the text", (await state()).role, "");
  await page.keyboard.press("Escape");
  expect("Escape closes", (await state()).open, "false");
  expect("Escape keeps the text", await field(page).inputValue(), "thon 5 xuan hoa tho xuan");
  await page.keyboard.press("Escape");
  expect("Escape again clears", await field(page).inputValue(), "");
  await ask(page, "thon 5 xuan hoa tho xuan");
  await page.waitForFunction(() => document.querySelector(".find [role=status]").textContent !== "", undefined, { timeout: 5000 });
  const said = await page.locator(".find [role=status]").textContent();
  if (!said.includes("Thôn 5")) report(`a screen reader is told “${said}”`);
  await page.keyboard.press("ArrowDown");
  await Promise.all([page.waitForURL(/thon-5\.html$/), page.keyboard.press("Enter")]);
  await page.goto(`${site}danh-ba.html`);
  await field(page).fill("xuan hoa");
  await Promise.all([page.waitForURL(/tim\.html\?q=xuan\+hoa$/), page.keyboard.press("Enter")]);
}

async function opened(page, site, report) {
  const results = async (text, wanted) => {
    await page.goto(`${site}tim.html?q=${encodeURIComponent(text)}`);
    await page.waitForFunction(() => document.querySelector("#ket-qua .hits, #ket-qua .urgent"), undefined, { timeout: 15000 });
    await page.waitForTimeout(300);
    const found = await page.evaluate(() => ({
      links: [...document.querySelectorAll("#ket-qua a")].map((link) => link.getAttribute("href")),
      roles: document.querySelectorAll("#ket-qua [role=option]").length,
      title: document.querySelector("h1").textContent,
      status: document.querySelector(".lead [role=status]").textContent,
      field: document.querySelector(".find input").value,
      wide: document.documentElement.scrollWidth > innerWidth,
    }));
    for (const link of wanted) if (!found.links.includes(link)) report(`results for “${text}” lack ${link}: ${found.links.slice(0, 5)}`);
    if (found.roles) report("results are options of no list");
    if (!found.title.includes(text) || found.field !== text || !found.status) report(`results for “${text}” do not say so: ${JSON.stringify(found)}`);
    if (found.wide) report(`results for “${text}” are wider than the screen`);
  };
  await results("thon 5 xuan hoa", ["danh-ba/huyen-tho-xuan/xa-xuan-hoa/thon-5.html", "tel:+84900000105"]);
  await results("cháy", ["tel:114", "tel:113", "tel:115", "so-tay/to-bao-ve/khi-co-chay.html"]);
  await results("zzqqx", ["#a-z", "tel:113"]);
  await results("thon 5", ["danh-ba/huyen-tho-xuan.html"]);
}

/** A part that does not load: said, and the field stays usable; typing on tries again. */
async function broken(page, site, report) {
  let cut = true;
  await page.route(/tim\/(noi|ten|danh-ba)/, (route) => (cut ? route.abort() : route.continue()));
  await page.goto(`${site}danh-ba.html`);
  await field(page).focus();
  await ask(page, "xuan hoa");
  const without = await seen(page, site);
  if (!without.said.includes("Chưa tải được")) report(`a part is missing and the list says “${without.said}”`);
  cut = false;
  await ask(page, "xuan hoa nhu");
  const { hits } = await seen(page, site);
  if (hits[0]?.title !== "Xã Xuân Hòa") report(`when the network is back, “xuan hoa nhu” gives ${JSON.stringify(hits[0])}`);
}

/** axe-core on the open list and on the results, light and dark, small and wide; left out where it is not installed. */
async function accessible(page, site, report) {
  let source;
  try {
    source = (await import("axe-core")).default.source;
  } catch {
    return;
  }
  for (const [width, colorScheme] of [[360, "light"], [360, "dark"], [1280, "light"], [1280, "dark"]]) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    for (const [path, text] of [["danh-ba.html", "xuan hoa"], ["danh-ba.html", "chay nha"], ["danh-ba.html", "zzqqx"], ["danh-ba.html", "thon 5"], ["tim.html?q=xuan+hoa", ""]]) {
      await page.goto(site + path);
      if (text) {
        await field(page).focus();
        await ask(page, text);
        await page.keyboard.press("ArrowDown");
        const edges = await page.locator(".pop").evaluate((list) => {
          const { left, right } = list.getBoundingClientRect();
          return [left, innerWidth - right];
        });
        if (edges.some((room) => room < 0)) report(`${path} “${text}” ${width} px: the list leaves the screen, ${edges.map(Math.round)} px to its left and right`);
      } else await page.waitForSelector("#ket-qua .hits");
      await page.evaluate(source);
      const { violations } = await page.evaluate(() => globalThis.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
      for (const { id, help, nodes } of violations) report(`${path} “${text}” ${width} px ${colorScheme}: ${id}: ${help}: ${nodes[0].html.slice(0, 160)}`);
    }
  }
}
