// Every address on every page leads somewhere, every anchor exists, and every page can be reached from the first one.
import { inside, plain } from "../site.mjs";

export const about = "links, anchors and files of every page; every page reached from home";

export async function check(site) {
  const findings = [];
  const find = (where, what) => findings.push({ where, what });
  for (const page of site.pages) {
    const parsed = site.page(page);
    for (const id of parsed.doubled) find(page, `the id "${id}" stands twice`);
    for (const inline of parsed.inline) find(page, `${inline}: nothing inline, or the policy blocks it`);
    for (const link of parsed.links) judge(site, page, link, find);
  }
  for (const file of site.files) for (const address of addressesIn(site, file)) judgeAddress(site, file, address, find);
  for (const page of unreached(site)) find(page, "no way of links leads here from index.html");
  return findings;
}

/** Schemes a page may lead to outside; anything else (javascript:, data:) is a finding. */
const OUTSIDE = /^(https?:|mailto:|tel:|sms:)/i;
/** Addresses that nobody opens: a namespace or a source named in the open. */
const UNOPENED = new Set(["blockquote", "q", "ins", "del"]);

function judge(site, page, { tag, attribute, address }, find) {
  const what = `<${tag} ${attribute}="${address}">`;
  if (address === "" || address === "#") return find(page, `${what}: leads nowhere`);
  const target = inside(site, page, address);
  if (!target) {
    if (address.startsWith("data:") && tag !== "a") return undefined;
    if (!OUTSIDE.test(address)) return find(page, `${what}: no such kind of address`);
    if (!["a", "area"].includes(tag) && !UNOPENED.has(tag)) return find(page, `${what}: loads from outside`);
    return undefined;
  }
  if (!site.files.has(target.file)) return find(page, `${what}: no such file`);
  const fragment = target.fragment;
  if (fragment && target.file.endsWith(".html") && !site.page(target.file).ids.has(fragment)) {
    return find(page, `${what}: no such anchor`);
  }
  return undefined;
}

function judgeAddress(site, file, address, find) {
  const target = inside(site, file, address);
  if (!target && !address.startsWith("data:")) find(file, `${address}: leads out of the site`);
  if (target && !site.files.has(plain(target.file))) find(file, `${address}: no such file`);
}

/** Addresses in style sheets, feeds, the site map and robots.txt. */
function* addressesIn(site, file) {
  const text = /\.(css|xml|txt|webmanifest)$/.test(file) ? site.read(file).toString("utf8") : "";
  if (file.endsWith(".css")) {
    for (const [, , address] of text.matchAll(/url\((["']?)(.*?)\1\)/g)) yield address;
  } else if (file.endsWith(".xml")) {
    for (const [, address] of text.matchAll(/<loc>([^<]+)<\/loc>/g)) yield address;
    for (const [, address] of text.matchAll(/<link\b[^>]*\bhref="([^"]+)"/g)) yield address;
  } else if (file === "robots.txt") {
    for (const [, address] of text.matchAll(/^Sitemap:\s*(\S+)/gim)) yield address;
  }
}

/** Pages to which no way of links leads from the first one. 404.html is the host's to show, and an old address forwards. */
function unreached(site) {
  const seen = new Set(["index.html"]);
  for (const page of seen) {
    for (const { tag, address } of site.page(page).links) {
      const target = ["a", "form"].includes(tag) ? inside(site, page, address) : null;
      if (target?.file.endsWith(".html") && site.files.has(target.file)) seen.add(target.file);
    }
  }
  return site.pages.filter((page) => !seen.has(page) && page !== "404.html" && !site.page(page).moved);
}
