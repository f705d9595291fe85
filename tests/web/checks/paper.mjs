// Every PDF can be read and printed: fonts embedded, words extracted as they were written, tags, one sheet for a notice.
import { execFile } from "node:child_process";
import { join } from "node:path";

export const about = "poppler: every PDF has its fonts, its words in NFC, a title, tags but in booklets; a notice is one sheet and has no number its page has not";

export async function check(site) {
  const papers = [...site.files].filter((file) => file.endsWith(".pdf"));
  if (papers.length === 0) return site.files.has("so-tay.html") ? [{ where: "so-tay.html", what: "handbooks, and none of them on paper" }] : [];
  console.log(`   ${papers.length} papers`);
  const findings = [];
  const next = papers[Symbol.iterator]();
  const worker = async () => {
    for (const paper of next) findings.push(...(await read(site, paper)).map((what) => ({ where: paper, what })));
  };
  await Promise.all([worker(), worker(), worker()]);
  return findings.sort((a, b) => a.where.localeCompare(b.where));
}

async function read(site, paper) {
  const file = join(site.root, paper);
  const info = await run("pdfinfo", ["-isodates", file]);
  if (!info) return ["no PDF that can be opened"];
  const said = (name) => new RegExp(`^${name}: +(.*)$`, "m").exec(info)?.[1];
  const found = [];
  if (!said("Title")) found.push("no title");
  const booklet = paper.endsWith(".a5.pdf");
  if ((said("Tagged") === "yes") === booklet) found.push(booklet ? "a booklet with tags" : "no tags");
  const fonts = (await run("pdffonts", [file])).split("\n").slice(2).filter(Boolean);
  if (fonts.length === 0) found.push("no text");
  // name, type, encoding, then emb, sub, uni
  for (const font of fonts) {
    const [embedded, subset, unicode] = font.trim().split(/\s+/).slice(-5);
    if (embedded !== "yes" || subset !== "yes" || unicode !== "yes") found.push(`a font that is not embedded, cut down and readable: ${font.trim()}`);
  }
  const text = await run("pdftotext", ["-layout", file, "-"]);
  if (text !== text.normalize("NFC")) found.push("words that are not in NFC");
  const strange = text.match(/[\uFFFD\uE000-\uF8FF]/u);
  if (strange) found.push(`a letter that is none: U+${strange[0].codePointAt(0).toString(16)}`);
  const page = paper.replace(/\.pdf$/, ".html");
  if (/^danh-ba\/[^/]+\/[^/]+\/[^/]+$/.test(paper) && site.files.has(page)) {
    if (said("Pages") !== "1") found.push(`a notice of ${said("Pages")} pages`);
    const numbers = (words) => new Set(words.match(/\b0\d{3} \d{3} \d{3,4}\b/g) ?? []);
    const shown = numbers(site.read(page).toString());
    for (const number of numbers(text)) if (!shown.has(number)) found.push(`a number that its page has not: ${number}`);
  }
  return found;
}

/** What a program prints; nothing when it fails. */
function run(program, given) {
  return new Promise((done, failed) => {
    execFile(program, given, { maxBuffer: 1 << 26, timeout: 60_000 }, (error, stdout) => {
      if (error?.code === "ENOENT") return failed(new Error(`${program} is missing (needed: poppler-utils)`));
      done(error ? "" : stdout);
    });
  });
}
