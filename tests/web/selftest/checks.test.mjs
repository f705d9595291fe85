// The checks can fail: each finds what is broken on purpose in a tiny site, and nothing in the whole one.
import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import { after, before, describe, it } from "node:test";
import { startChromium } from "../browsers.mjs";
import { serve } from "../server.mjs";
import { openSite } from "../site.mjs";
import { BREAKS } from "./breaks.mjs";
import { FILES, KINDS, write } from "./good.mjs";

let browser;
before(async () => { browser = await startChromium(); });
after(() => browser.close());

for (const [name, breaks] of Object.entries(BREAKS)) {
  describe(name, () => {
    // One run for all that can stand side by side, each in a folder of its own: starting things is what takes long.
    const together = breaks.filter((broken) => !broken.alone);
    let found = [];
    before(async () => { found = await findings(name, sideBySide(together)); });
    it("finds nothing in a site that is whole", () => assert.deepEqual(found.filter((line) => !/ @ b\d+\//.test(line)), []));
    for (const broken of breaks) {
      it(`finds ${broken.name}`, async () => {
        const folder = ` @ b${together.indexOf(broken)}/`;
        const lines = broken.alone
          ? await findings(name, { files: breakIt({ ...FILES }, broken), kinds: KINDS })
          : found.filter((line) => line.includes(folder));
        const placed = lines.filter((line) => (broken.at ?? /./).test(line.split(" @ ").pop()));
        for (const words of [broken.finds].flat()) {
          assert.ok(placed.some((line) => words.test(line)), `no ${words} in: ${lines.join("\n") || "nothing"}`);
        }
      });
    }
  });
}

/** The whole site, and a broken copy of it in a folder for each break, seen by the page that is broken. */
function sideBySide(breaks) {
  const files = { ...FILES };
  const kinds = [...KINDS];
  breaks.forEach((broken, at) => {
    for (const [file, text] of Object.entries(breakIt({ ...FILES }, broken))) files[`b${at}/${file}`] = text;
    kinds.push({ name: `b${at}`, path: `b${at}/${broken.in.endsWith(".html") ? broken.in : "index.html"}` });
  });
  return { files, kinds };
}

/** What a check finds in a site, each finding as one line. */
async function findings(name, { files, kinds }) {
  const root = write(files);
  const site = openSite(root, kinds);
  const server = await serve(root);
  try {
    const { check } = await import(`../checks/${name}.mjs`);
    const found = await check(site, { browser, server, base: server.base, runs: 1, pages: kinds.filter(isHome).map((kind) => kind.name) });
    return found.map(({ where, what }) => `${what} @ ${where}`);
  } finally {
    await server.close();
    rmSync(root, { recursive: true, force: true });
  }
}

/** Pages that start a browser of their own are looked at one by one. */
const isHome = (kind) => kind.path.endsWith("index.html");

function breakIt(files, broken) {
  const text = files[broken.in] ?? "";
  if (broken.replace) {
    files[broken.in] = text.replace(...broken.replace);
    assert.notEqual(files[broken.in], text, "nothing was replaced");
  }
  if (broken.put) files[broken.in] = text.includes("</main>") ? text.replace("</main>", () => `${broken.put}\n</main>`) : `${text}${broken.put}\n`;
  if (broken.style) files["site.css"] += broken.style;
  Object.assign(files, broken.also);
  if (broken.policy) {
    for (const file of Object.keys(files).filter((file) => file.endsWith(".html"))) files[file] = files[file].replace("img-src 'self' data:", broken.policy);
  }
  return files;
}
