// The published index, asked in Node: every query of queries.json, and every address the index names.
// `PUBLIC` names the folder; the sample site is meant.
import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { plain, problems } from "./expect.mjs";
import { measure } from "./budget.mjs";
import { Published } from "./published.mjs";

const folder = process.env.PUBLIC ?? fileURLToPath(new URL("../../../public", import.meta.url));
const queries = JSON.parse(readFileSync(new URL("queries.json", import.meta.url), "utf8"));
const sites = { vi: new Published(folder, "vi"), en: new Published(folder, "en") };

test("every query has its first result", () => {
  assert.ok(queries.length >= 60);
  const wrong = [];
  for (const query of queries) {
    const site = sites[query.lang ?? "vi"];
    site.forget();
    wrong.push(...problems(query, plain(site.ask(query.q, query.here))));
  }
  assert.deepEqual(wrong, []);
});

test("a query that is typed letter by letter never breaks and never ends in nothing it had", () => {
  const site = sites.vi;
  site.forget();
  for (const { q, lang } of queries) {
    if (lang) continue;
    for (let n = 1; n <= q.length; n++) assert.ok(Array.isArray(site.ask(q.slice(0, n)).hits), q.slice(0, n));
  }
});

test("every address an answer names is published", () => {
  const site = sites.vi;
  site.forget();
  const part = (file) => JSON.parse(/^Finder\.take\("[^"]*",(.*)\);\n$/s.exec(readFileSync(join(folder, "tim", file), "utf8"))[1]);
  const files = readdirSync(join(folder, "tim"), { recursive: true }).map((file) => file.replaceAll("\\", "/"));
  const asked = [];
  for (const file of files.filter((file) => file.includes("/") && file.endsWith(".js"))) {
    const { c: [[commune]], v } = part(file);
    asked.push(...v.map(([name]) => `${name} ${commune}`));
  }
  for (const file of files.filter((file) => file.startsWith("noi-"))) asked.push(...part(file).c.map(([name]) => name));
  asked.push(...part("bai.js").a.map(([title]) => title));
  const seen = new Set();
  for (const text of new Set(asked)) for (const { record } of site.ask(text).hits) seen.add(record.path.split("#")[0]);
  assert.ok(asked.length > 400 && seen.size > 600, `${asked.length} asked, ${seen.size} addresses`);
  assert.deepEqual([...seen].filter((path) => !existsSync(join(folder, path))), []);
});

test("a first answer weighs 25 KB at most", () => {
  const [dearest] = measure(folder).sort((a, b) => b.bytes - a.bytes);
  assert.ok(dearest.bytes <= 25 * 1024, `“${dearest.text}” loads ${(dearest.bytes / 1024).toFixed(1)} KB`);
});
