// Without JavaScript every page is complete: its text, its links, the way to every place; and no button that does nothing.
import { eachKind } from "../browsers.mjs";
import { inside } from "../site.mjs";

export const about = "JavaScript off: pages complete, no dead button, two steps from the A–Z to any village";

export async function check(site, { browser, base }) {
  const findings = [];
  const scripted = new Map();
  await eachKind(site, browser, { base }, async ({ page }, kind) => scripted.set(kind, await page.evaluate(facts)));
  await eachKind(site, browser, { base, javaScriptEnabled: false }, async ({ page }, kind) => {
    for (const what of compare(await page.evaluate(facts), scripted.get(kind), kind)) findings.push({ where: kind.path, what });
  });
  return [...findings, ...farVillages(site)];
}

function* compare(without, scripted, kind) {
  if (without.headings !== 1) yield `${without.headings} visible h1 without JavaScript`;
  if (without.main.length < 20) yield `hardly a text in <main> without JavaScript: "${without.main.join(" ")}"`;
  for (const button of without.dead) yield `a button that does nothing without JavaScript: ${button}`;
  // What a query finds is a script's to show; without one the page offers its list.
  if (kind.path.includes("?")) return;
  const words = new Set(without.main);
  const lost = scripted.main.filter((word) => !words.has(word));
  if (lost.length > 0) yield `text that only a script shows: "${lost.slice(0, 12).join(" ")}"`;
  for (const link of scripted.links.filter((link) => !without.links.includes(link))) yield `a link that only a script shows: ${link}`;
}

/**
 * Runs in the page. What only a script can do, it may show by itself: buttons, a section of nothing but buttons,
 * and what stands in `data-script`. All else is content.
 */
function facts() {
  const visible = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  const onlyButtons = (part) => part?.querySelector("button") && !part.querySelector("a[href],li,td")
    && [...part.querySelectorAll("p")].every((text) => text.textContent.trim() === "" || text.querySelector("button"));
  const own = (element) => element.closest("[data-script],button") !== null || onlyButtons(element.closest("section"));
  const main = document.querySelector("main");
  const words = [];
  const walker = document.createTreeWalker(main ?? document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (visible(node.parentElement) && !own(node.parentElement)) words.push(...node.data.split(/\s+/).filter(Boolean));
  }
  const buttons = [...document.querySelectorAll("button,[role=button],input[type=button],input[type=submit],a[href='#'],a[href^='javascript:'],a:not([href])")];
  const works = (button) => button.matches("button,input[type=submit]") && button.type === "submit" && button.form?.getAttribute("action");
  return {
    headings: [...document.querySelectorAll("h1")].filter(visible).length,
    main: words,
    links: [...(main ?? document).querySelectorAll("a[href]")].filter((link) => visible(link) && !own(link)).map((link) => link.getAttribute("href")),
    dead: buttons.filter((button) => visible(button) && !works(button)).map((button) => button.outerHTML.slice(0, 120)),
  };
}

/** Where the site has a search page, its list leads to every place in two steps at most, in the language of the page. */
function farVillages(site) {
  return ["tim.html", "en/tim.html"].filter((start) => site.files.has(start)).flatMap((start) => {
    const places = `${start.startsWith("en/") ? "en/" : ""}danh-ba/`;
    const linked = (page) => site.page(page).links.filter((link) => link.tag === "a").map((link) => inside(site, page, link.address)?.file);
    const one = new Set(linked(start).filter((file) => site.files.has(file) && file.endsWith(".html")));
    const two = new Set([...one, ...[...one].flatMap(linked)]);
    return site.pages
      .filter((page) => page.startsWith(places) && !two.has(page) && !site.page(page).moved)
      .map((page) => ({ where: page, what: `more than two steps from ${start} without JavaScript` }));
  });
}
