// axe-core finds nothing on any kind of page, light and dark, on a phone and on a wide screen.
import axe from "axe-core";
import { eachKind } from "../browsers.mjs";

export const about = "axe-core: WCAG 2.2 AA, best practice, contrast 7:1; light and dark, 360 and 1280 px";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** Stricter than AA: the look promises seven to one for all text. */
const ALSO = { "color-contrast-enhanced": { enabled: true } };
const SCREENS = [{ width: 360, height: 640 }, { width: 1280, height: 800 }];

export async function check(site, { browser, base }) {
  const findings = [];
  await eachKind(site, browser, { base }, async ({ page }, kind) => findings.push(...(await look(page, kind.path))));
  return findings;
}

/** What axe finds on a page as it stands, on all screens. */
export async function look(page, where) {
  const findings = [];
  await page.evaluate(axe.source);
  for (const screen of SCREENS) {
    await page.setViewportSize(screen);
    for (const colorScheme of ["light", "dark"]) {
      await page.emulateMedia({ colorScheme });
      const found = await page.evaluate(violations, { values: TAGS, rules: ALSO });
      findings.push(...found.map((what) => ({ where: `${where} ${screen.width} ${colorScheme}`, what })));
    }
  }
  return findings;
}

/** Runs in the page. */
async function violations({ values, rules }) {
  const result = await globalThis.axe.run({ runOnly: { type: "tag", values }, rules, resultTypes: ["violations"] });
  return result.violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(" ")}: ${node.failureSummary.replace(/\s+/g, " ")}`));
}
