// Writes pictures of each kind of page: both widths, light, dark, and on paper; with a sheet that shows them all.
// `npm run shots --prefix tests/web -- [FOLDER] [KIND…]` writes into tests/web/shots/.
import { execFile } from "node:child_process";
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { openView, startChromium } from "./browsers.mjs";
import { given } from "./given.mjs";
import { serve } from "./server.mjs";
import { openSite } from "./site.mjs";

const OUT = fileURLToPath(new URL("shots/", import.meta.url));
const SCREENS = [{ width: 360, height: 640 }, { width: 1280, height: 800 }];

const { folder, words } = given(process.argv.slice(2));
const site = openSite(folder);
const kinds = site.kinds.filter((kind) => words.length === 0 || words.includes(kind.name));
rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });
const server = await serve(site.root);
const browser = await startChromium();
const view = await openView(site, browser, { base: server.base });
const rows = [];
for (const kind of kinds) rows.push({ kind, pictures: [...(await screens(kind)), ...(await sheets(kind))] });
await browser.close();
await server.close();
writeFileSync(join(OUT, "index.html"), contactSheet(rows));
console.log(`${rows.reduce((sum, row) => sum + row.pictures.length, 0)} pictures of ${rows.length} kinds: ${join(OUT, "index.html")}`);

/** The page on a phone and on a wide screen, light and dark. */
async function screens(kind) {
  await view.visit(kind.path, "networkidle");
  const names = [];
  for (const screen of SCREENS) {
    await view.page.setViewportSize(screen);
    for (const colorScheme of ["light", "dark"]) {
      await view.page.emulateMedia({ colorScheme });
      const name = `${kind.name}-${screen.width}-${colorScheme}.png`;
      await view.page.screenshot({ path: join(OUT, name), fullPage: true });
      names.push(name);
    }
  }
  return names;
}

/** The page on paper, one picture a sheet. */
async function sheets(kind) {
  const paper = `${kind.name}-print`;
  await view.page.emulateMedia({ colorScheme: "light" });
  await view.page.pdf({ path: join(OUT, `${paper}.pdf`), format: "A4", preferCSSPageSize: true });
  await promisify(execFile)("pdftoppm", ["-r", "70", "-png", join(OUT, `${paper}.pdf`), join(OUT, paper)]);
  return readdirSync(OUT).filter((name) => name.startsWith(`${paper}-`) && name.endsWith(".png")).sort();
}

function contactSheet(rows) {
  const cell = (name) => `<figure><a href="${name}"><img src="${name}" alt="" loading="lazy"></a><figcaption>${basename(name, ".png")}</figcaption></figure>`;
  const row = ({ kind, pictures }) => `<section><h2>${kind.name} <code>${kind.path}</code></h2><div>${pictures.map(cell).join("")}</div></section>`;
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Pictures of each kind of page</title>
<style>
body{font:16px/1.5 sans-serif;margin:1rem;background:#ddd}
section div{display:flex;gap:1rem;overflow-x:auto;align-items:start}
figure{margin:0;flex:none}
img{display:block;max-height:32rem;max-width:40rem;border:1px solid #888;background:#fff}
</style>
${rows.map(row).join("\n")}
</html>
`;
}
