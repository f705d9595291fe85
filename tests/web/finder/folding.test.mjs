// The script's folding, held against what the program itself gives (tests/suite/finder.rs writes the file).
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import test from "node:test";

const finder = createRequire(import.meta.url)("../../../themes/default/assets/finder.js");
const vectors = JSON.parse(readFileSync(new URL("vectors.json", import.meta.url), "utf8"));

test("syllables are those of the program", () => {
  assert.ok(vectors.length > 40);
  for (const { text, syllables } of vectors) {
    const found = finder.syllables(text).map((one) => [text.slice(one.at, one.end), one.key, one.spell]);
    assert.deepEqual(found, syllables, text);
  }
});

test("addresses are those of the program", () => {
  for (const { text, slug } of vectors) assert.equal(finder.slug(text), slug, text);
});

test("one slip of the keyboard is near, two are not", () => {
  const near = [["xaun", "xuan"], ["hao", "hoa"], ["xuam", "xuan"], ["xuann", "xuan"], ["xuan", "xun"], ["hoang", "hong"]];
  for (const [a, b] of near) assert.ok(finder.isNear(a, b), `${a} ${b}`);
  const far = [["xuan", "xuan"], ["hoa", "hoan"], ["hoa", "ha"], ["xuan", "xinh"], ["an", "na"], ["", "a"], ["xaun", "xuanh"], ["xun", "xuan"]];
  for (const [a, b] of far) assert.ok(!finder.isNear(a, b), `${a} ${b}`);
});
