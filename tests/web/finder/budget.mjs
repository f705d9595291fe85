// What a first answer weighs: everything a browser that has nothing yet must load for one query (scripts and index, gzip).
// node budget.mjs PUBLIC [LIMIT in KB] [TIME in ms]; fails above a limit.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Published, asset, weight } from "./published.mjs";

const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];

// Queries made from the site's own names: of a village in its commune, a person, an office, a place, a number.
const made = (folder) => {
  const part = (file) => JSON.parse(/^Finder\.take\("[^"]*",(.*)\);\n$/s.exec(readFileSync(join(folder, "tim", file), "utf8"))[1]);
  const files = readdirSync(join(folder, "tim"), { recursive: true }).map((file) => file.replaceAll("\\", "/")).filter((file) => file.includes("/") && file.endsWith(".js")).sort();
  const step = Math.max(1, Math.floor(files.length / 40));
  return files.filter((_, i) => i % step === 0).flatMap((file, i) => {
    const { c: [[place]], v, p } = part(file);
    const unit = v[i % v.length]?.[0] ?? "";
    const person = p[(i * 7) % p.length] ?? ["", 0];
    return [`tổ bảo vệ ${unit} ${place}`, `${unit} ${place}`.toLowerCase(), place, `công an ${place}`, person[0], `${person[0]} ${place}`, person[1] || place];
  });
};

export const measure = (folder) => {
  const listed = JSON.parse(readFileSync(new URL("queries.json", import.meta.url), "utf8")).filter((query) => !query.lang);
  const texts = [...new Set([...listed.map((query) => query.q), ...made(folder)])].filter((text) => text.trim());
  const site = new Published(folder);
  const box = weight(asset(folder, "finder-box.js"));
  return texts.map((text) => {
    site.forget();
    const answer = site.ask(text);
    const first = answer.time;
    // What a person who goes on typing meets: the scripts have run before.
    const again = median([1, 2, 3].map(() => site.ask(text).time));
    return { text, bytes: site.bytes + box, first, again, rounds: answer.rounds };
  });
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder, limit = "25", time = "20"] = process.argv.slice(2);
  if (!folder || !existsSync(join(folder, "tim"))) throw new Error("node budget.mjs PUBLIC [KB] [MS]: PUBLIC has no tim/");
  const all = measure(folder).sort((a, b) => b.bytes - a.bytes);
  const kb = (bytes) => (bytes / 1024).toFixed(1);
  for (const { text, bytes, first, again, rounds } of all.slice(0, 8)) console.log(`${kb(bytes).padStart(6)} KB  ${first.toFixed(0).padStart(4)} ms, then ${again.toFixed(1)} ms  ${rounds} rounds  ${text}`);
  console.log(`${all.length} queries: worst ${kb(all[0].bytes)} KB, median ${kb(median(all.map((one) => one.bytes)))} KB`);
  const [firsts, agains] = ["first", "again"].map((key) => all.map((one) => one[key]));
  console.log(`processor time of an answer: first median ${median(firsts).toFixed(1)} ms, worst ${Math.max(...firsts).toFixed(1)} ms; then median ${median(agains).toFixed(1)} ms, worst ${Math.max(...agains).toFixed(1)} ms`);
  if (all[0].bytes > limit * 1024 || median(firsts) > time || Math.max(...agains) > time) {
    console.log(`over the limit of ${limit} KB and ${time} ms`);
    process.exitCode = 1;
  }
}
