// How pages stand on a narrow screen and with large text: nothing wider than the screen, cut off or overlapping;
// targets large enough; letters and lines never too small for stacked marks.
import { eachKind } from "../browsers.mjs";
import { measure } from "./layout-measure.mjs";

export const about = "320 px, 200 % zoom, text twice as large: no sideways scroll, no clipped text, targets 24 px, lines 1.3";

/** WCAG 1.4.10 and 1.4.4: a screen of 640 px at 200 % is one of 320; then the text alone twice as large. */
const VIEWS = [
  { name: "320 px (640 at 200 %)", width: 320, height: 568, text: 1 },
  { name: "360 px", width: 360, height: 640, text: 1 },
  { name: "640 px, text at 200 %", width: 640, height: 800, text: 2 },
  { name: "800 px", width: 800, height: 800, text: 1 },
  { name: "1280 px", width: 1280, height: 800, text: 1 },
];

export async function check(site, { browser, base }) {
  const findings = [];
  await eachKind(site, browser, { base }, async ({ page }, kind) => {
    for (const { name, width, height, text } of VIEWS) {
      await page.setViewportSize({ width, height });
      await page.evaluate((factor) => { document.documentElement.style.fontSize = `${factor * 100}%`; }, text);
      for (const what of await page.evaluate(measure)) findings.push({ where: `${kind.path} ${name}`, what });
    }
  });
  return findings;
}
