// Lighthouse as on a phone: the median of three runs of each measured page.
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";
import { CHROMIUM, FLAGS, addressOf } from "../browsers.mjs";
import { MEASURED } from "../kinds.mjs";
import { serve } from "../server.mjs";
import { kindOf } from "../site.mjs";

export const about = "Lighthouse on a phone, median of three: performance 98, the rest 100";

const LEAST = { performance: 98, accessibility: 100, "best-practices": 100, seo: 100 };

export async function check(site, { runs: count = 3, pages = MEASURED }) {
  const findings = [];
  const { base, close } = await serve(site.root, { "/robots.txt": robots(site) });
  const chrome = await launch({ chromePath: CHROMIUM, chromeFlags: ["--headless=new", ...FLAGS], logLevel: "silent" });
  try {
    for (const kind of pages.map((name) => kindOf(site, name)).filter(Boolean)) {
      const runs = [];
      for (let run = 0; run < count; run++) runs.push(await measure(chrome.port, addressOf(site, kind.path, base)));
      const medians = Object.keys(LEAST).map((category) => [category, median(runs.map((run) => run.scores[category]))]);
      console.log(`   ${kind.path}: ${medians.map(([category, score]) => `${category} ${score}`).join(", ")}`);
      for (const [category, score] of medians.filter(([category, score]) => !(score >= LEAST[category]))) {
        const lost = [...new Set(runs.flatMap((run) => run.lost[category]))];
        findings.push({ where: kind.path, what: `${category} ${score}, ${LEAST[category]} at least: ${lost.join("; ")}` });
      }
    }
  } finally {
    chrome.kill();
    await close();
  }
  return findings;
}

/** A site of invented people asks search engines to stay away, which costs its score; a real one is measured. */
const robots = (site) => site.read("robots.txt").toString("utf8").replace("Disallow: /\n", "Allow: /\n");

/** Scores of one run from 0 to 100, and the audits that cost something. */
async function measure(port, url) {
  const options = { port, output: "json", logLevel: "error", onlyCategories: Object.keys(LEAST) };
  const { lhr } = await lighthouse(url, options);
  if (lhr.runtimeError) throw new Error(`${url}: ${lhr.runtimeError.message}`);
  const entries = Object.entries(lhr.categories);
  return {
    scores: Object.fromEntries(entries.map(([id, category]) => [id, Math.round((category.score ?? 0) * 100)])),
    lost: Object.fromEntries(entries.map(([id, category]) => [id, category.auditRefs
      .filter((ref) => ref.weight > 0 && (lhr.audits[ref.id].score ?? 1) < 1)
      .map((ref) => `${lhr.audits[ref.id].title}${lhr.audits[ref.id].displayValue ? ` (${lhr.audits[ref.id].displayValue})` : ""}`)])),
  };
}

const median = (numbers) => numbers.slice().sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
