// Firefox shows the same styled page over http and from a folder.
import { PNG } from "pngjs";
import { addressOf, openView, pictureByFirefox } from "../browsers.mjs";
import { PICTURED } from "../kinds.mjs";
import { kindOf } from "../site.mjs";

export const about = "Firefox over http and from a folder: styled, and the same picture";

const SCREEN = { width: 400, height: 700 };
/** Parts of a picture that may differ between two runs: a caret, say. */
const SAME = 0.002;
/** A flat colour that covers this share in Chromium covers half as much in Firefox at least. */
const FLAT = 0.04;

export async function check(site, { browser, base, pages = PICTURED }) {
  const findings = [];
  for (const kind of pages.map((name) => kindOf(site, name)).filter(Boolean)) {
    const model = await pictureByChromium(site, browser, base, kind);
    const [web, file] = await Promise.all([base, ""].map((from) => pictureByFirefox(addressOf(site, kind.path, from), SCREEN)));
    for (const [name, picture] of Object.entries({ "over http": web, "as a file": file })) {
      for (const what of judge(picture, model)) findings.push({ where: `${kind.path} ${name}`, what });
    }
    const differing = difference(web, file);
    if (differing > SAME) findings.push({ where: kind.path, what: `${percent(differing)} of the picture differs between http and file` });
  }
  return findings;
}

async function pictureByChromium(site, browser, base, kind) {
  const view = await openView(site, browser, { base, ...SCREEN });
  await view.visit(kind.path);
  const picture = PNG.sync.read(await view.page.screenshot());
  await view.close();
  return picture;
}

/** What is wrong with a picture, compared with one by the other browser. */
export function* judge(picture, model) {
  const shares = sharesOf(picture);
  if (shares.size < 16) yield `the picture has ${shares.size} colours: it is as good as blank`;
  for (const [colour, share] of sharesOf(model)) {
    const found = shares.get(colour) ?? 0;
    if (share >= FLAT && found < share / 2) yield `the colour #${colour} covers ${percent(found)} of the picture, and ${percent(share)} in Chromium: is the style there?`;
  }
}

/** Which part of a picture each colour covers. */
function sharesOf({ data, width, height }) {
  const shares = new Map();
  for (let at = 0; at < data.length; at += 4) {
    const colour = data.toString("hex", at, at + 3);
    shares.set(colour, (shares.get(colour) ?? 0) + 1 / (width * height));
  }
  return shares;
}

export function difference(one, other) {
  if (one.width !== other.width || one.height !== other.height) return 1;
  let differing = 0;
  for (let at = 0; at < one.data.length; at += 4) if (one.data.readUInt32BE(at) !== other.data.readUInt32BE(at)) differing += 1;
  return differing / (one.width * one.height);
}

const percent = (share) => `${(share * 100).toFixed(1)} %`;
