// Tìm trong danh bạ mà không cần máy chủ: tệp này chỉ đọc, so và xếp; finder-box.js lo phần nhìn thấy.
// Các phần của chỉ mục là những tệp lệnh nhỏ, mỗi tệp gọi Finder.take; thiếu phần nào thì ask() kể tên ở `wanted`.
// syllables() và slug() là bản sao của src/model/syllable.rs và fold.rs, thử trên cùng tests/web/finder/vectors.json.
"use strict";
((make) => {
  const made = make();
  if (typeof module === "object") module.exports = made;
  else globalThis.Finder = made;
})(() => {
  const parts = new Map();
  const memo = new Map();
  let book;
  let wanted;

  // ── Chữ ──────────────────────────────────────────────────────────────────

  const RUN = /[0-9]+|(?:(?![0-9])[\p{Alphabetic}\p{N}](?:[\u0300-\u036f]|['’‘ʼ](?=(?![0-9])[\p{Alphabetic}\p{N}]))*)+/gu;
  const LETTER = /[\p{Alphabetic}\p{N}]/u;
  const TONES = "\u0300\u0301\u0303\u0309\u0323";

  // Một ký tự: chữ gốc, chữ kèm dấu của chữ (ă â đ ê ô ơ ư), số của thanh. Mỗi ký tự chỉ xét một lần.
  const letters = new Map();
  const letter = (c) => {
    let key = "", spell = "", tone = "";
    for (const part of c.normalize("NFD")) {
      const low = part.toLowerCase();
      if (TONES.includes(part)) tone = TONES.indexOf(part) + 1;
      else if ("\u0302\u0306\u031b".includes(part)) spell += part;
      else if (low === "đ") { key += "d"; spell += low; }
      else if (LETTER.test(part)) { key += low; spell += low; }
    }
    const found = [key, spell, tone];
    letters.set(c, found);
    return found;
  };

  const read = (written) => {
    if (/^[0-9]/.test(written)) {
      const key = written.replace(/^0+(?=.)/, "");
      return { key, spell: key, raw: key };
    }
    let key = "", spell = "", tone = "";
    for (const c of written) {
      const one = letters.get(c) ?? letter(c);
      key += one[0];
      spell += one[1];
      tone = one[2] || tone;
    }
    const raw = key;
    if (key.endsWith("y") && /(?:^qu|[b-df-hj-np-tv-xz])y$/.test(key)) {
      key = key.slice(0, -1) + "i";
      spell = spell.slice(0, -1) + "i";
    }
    return { key, spell: spell + tone, raw };
  };

  const syllables = (text) => {
    let found = memo.get(text);
    if (!found) {
      found = [...text.matchAll(RUN)].map((m) => ({ at: m.index, end: m.index + m[0].length, ...read(m[0]) }));
      memo.set(text, found);
    }
    return found;
  };

  const slug = (text) =>
    text.normalize("NFD").replace(/[\u0300-\u036f'’‘]/g, "").replace(/[đĐ]/g, "d").toLowerCase()
      .replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "") || "-";

  const isNumber = (key) => /^[0-9]/.test(key);

  // Khác nhau đúng một lỗi gõ: đảo hai chữ; từ bốn chữ trở lên thì cả thừa, thiếu, sai một chữ.
  const isNear = (a, b) => {
    let i = 0;
    while (i < a.length && a[i] === b[i]) i++;
    if (i === a.length && i === b.length) return false;
    if (a[i] === b[i + 1] && a[i + 1] === b[i] && a[i] && a.slice(i + 2) === b.slice(i + 2)) return a.length > 2;
    if (a.length < 4) return false;
    const [x, y] = [a.slice(i), b.slice(i)];
    return x.slice(1) === y.slice(1) || x.slice(1) === y || x === y.slice(1);
  };

  // ── Mục lục ──────────────────────────────────────────────────────────────

  const SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const SPACES = { noi: 4, ten: 2, chu: 0 };

  const open = (data) => {
    book = data;
    const signs = (book.signs = new Map());
    let before = "", n = 0;
    for (const [, shared, rest] of data.syl.matchAll(/([0-9])([^0-9]*)/g)) {
      before = before.slice(0, shared) + rest;
      signs.set(before, SIGNS.indexOf(data.sign[n++]));
    }
    for (const number of data.num.split(" ")) if (number) signs.set(number, 1);
    book.files = {};
    for (const space in data.parts) book.files[space] = new Set(data.parts[space].split(" ").filter(Boolean));
    book.long = new Map(Object.entries(data.short).map(([short, long]) => [syllables(short)[0].key, syllables(long)]));
    // Lời về chức danh và tổ chức: từng chữ, và từng cặp chữ đi liền.
    book.roles = new Set();
    book.pairs = new Set();
    const said = [data.say.police, data.say.council].map((text) => text.replace(/\{.*?\}/g, ""));
    for (const text of [...data.titles, ...data.bodies.flatMap((body) => body.slice(0, 2)), ...said]) {
      const keys = spelt(text).map((one) => one.key);
      keys.forEach((key, i) => {
        book.roles.add(key);
        if (i) book.pairs.add(keys[i - 1] + " " + key);
      });
    }
    book.village = data.bodies.filter((body) => body[2]).flatMap((body) => [...spelt(body[0]), ...spelt(body[1])]);
    const phrases = (list) => list.map((text) => syllables(text)).filter((list) => list.length);
    book.phrases = {
      ignored: phrases(data.ignored),
      courtesy: phrases(data.courtesy),
      kinds: data.kinds.map(([word, written, unit]) => ({ list: syllables(word), keys: syllables(written).map((one) => one.key), unit })),
      short: Object.entries(data.short).map(([short, long]) => ({ list: syllables(short), long: syllables(long) })),
    };
    book.typed = new Set();
    const { ignored, courtesy, kinds, short } = book.phrases;
    for (const list of [...ignored, ...courtesy, ...kinds.map((one) => one.list), ...short.map((one) => one.list), ...short.map((one) => one.long), ...data.urgent.flatMap((one) => phrases(one[2]))])
      for (const one of list) book.typed.add(one.key);
    book.tops.forEach((row) => (row.stem = stemOf(row)));
  };

  // Chữ trong tên và chức danh, kèm cả chữ viết đủ của các chữ viết tắt: "UBND" cũng là "ủy ban nhân dân".
  const spelt = (text) =>
    syllables(text).flatMap((one) => [one, ...(one.key.length > 2 ? book.long.get(one.key) ?? [] : [])]);

  const level = (key, space) => ((book.signs.get(key) ?? 0) >> SPACES[space]) & 3;
  const isKnown = (key) => book.signs.has(key) || book.roles.has(key) || book.typed.has(key);
  const vocabulary = () => (book.all ??= [...new Set([...book.signs.keys(), ...book.roles])].sort());
  const beginning = (raw) => {
    const all = vocabulary();
    let [low, high] = [0, all.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (all[middle] < raw) low = middle + 1;
      else high = middle;
    }
    while (high < all.length && all[high].startsWith(raw)) high++;
    return all.slice(low, high);
  };

  const stemOf = (row) => {
    const above = row[1] < 0 ? book.home : book.tops[row[1]].stem;
    return above + "/" + (row[2] || slug(row[0]));
  };
  const TAGS = ["vi", "en"];
  const pathOf = (stem, lang = book.lang) => (lang === book.main ? "" : TAGS[lang] + "/") + stem + ".html";

  // Bao nhiêu chữ đầu của một tên là loại địa danh.
  const kindOf = (name) => {
    const list = syllables(name);
    if (list.skip === undefined) {
      list.skip = 0;
      for (const { keys } of book.phrases.kinds)
        if (keys.length > list.skip && keys.length < list.length && keys.every((key, i) => key === list[i].key)) list.skip = keys.length;
    }
    return list.skip;
  };
  const within = (name) => (kindOf(name) ? name[0].toLowerCase() + name.slice(1) : name);
  const lineage = (row) => {
    const above = book.tops[row[1]];
    return (row.line ??= within(row[0]) + (above ? ", " + lineage(above) : ""));
  };

  // ── Các phần ─────────────────────────────────────────────────────────────

  const take = (name, data) => (data.syl === undefined ? parts.set(name, data) : open(data));
  const miss = (name) => parts.set(name, null);
  const forget = (name) => parts.delete(name);
  const knows = (name) => parts.has(name);
  const part = (name) => {
    if (!parts.has(name)) wanted.add(name);
    return parts.get(name);
  };

  const fileOf = (space, key) => {
    const files = book.files[space];
    if (files.has("_") && files.size === 1) return "_";
    key = key.replace(/[^a-z0-9]/g, "_");
    for (let n = key.length; n; n--) if (files.has(key.slice(0, n))) return key.slice(0, n);
  };

  // Mỗi phần được dựng thành các bản ghi một lần.
  const records = (name, make) => {
    const data = part(name);
    if (!data) return [];
    return (data.made ??= make(data));
  };

  const record = (kind, title, more) => {
    const all = spelt(title);
    return { kind, title, own: all, skip: kindOf(title), others: [], roles: [], around: [], where: "", ...more };
  };

  const place = (row) => {
    const stem = (row.stem ??= stemOf(row));
    const above = book.tops[row[1]];
    const where = above ? lineage(above) : "";
    const others = row.slice(4).map((text) => {
      const [own, ...rest] = text.slice(1).split(", ");
      const named = [within(own), ...rest].join(", ");
      return { text: named, later: text[0] === "+", own: syllables(own), skip: kindOf(own), around: syllables(rest.join(" ")) };
    });
    return record("place", row[0], {
      row, stem, where, others,
      around: syllables(where),
      path: pathOf(stem),
      roster: row[3] !== 0,
      call: duty(row),
    });
  };
  const duty = (row) => (typeof row[3] === "string" ? { digits: row[3] } : null);

  const village = (row, [name, odd], leader, phone) =>
    record("village", name, {
      where: lineage(row),
      roles: book.village,
      around: syllables(lineage(row)),
      path: pathOf(stemOf(row) + "/" + (odd || slug(name))),
      note: leader || "",
      call: phone ? { digits: phone, name: leader } : duty(row),
    });

  const person = (row, name, phone, unit, odd, titles) => {
    const said = titles.map((at) => book.titles[at]);
    const where = unit ? `${within(unit)}, ${lineage(row)}` : lineage(row);
    const stem = stemOf(row);
    return record("person", name, {
      where, said: said.map(syllables),
      roles: said.flatMap(spelt),
      around: syllables(where),
      path: pathOf(unit ? `${stem}/${odd || slug(unit)}` : stem),
      minor: true,
      note: said.slice(0, 2).join(", "),
      call: phone ? { digits: phone, name } : duty(row),
      digits: phone || "",
    });
  };

  const office = (row, word, digits) => {
    const title = word.replace("{place}", within(row[0]));
    const above = book.tops[row[1]];
    const where = above ? lineage(above) : "";
    return record("office", title, { where, around: syllables(where), path: pathOf(stemOf(row)), call: { digits, name: title }, digits });
  };

  const named = (data) => [
    ...data.v.map(([name, odd, at, leader, phone]) => village(data.c[at], [name, odd], leader, phone)),
    ...data.p.map(([name, phone, at, unit, odd, ...titles]) => person(data.c[at], name, phone, unit, odd, titles)),
  ];

  const commune = (data) => {
    const row = data.c[0];
    const unit = (at) => (at < 0 ? [0, 0] : data.v[at]);
    const found = data.v.map(([name, odd, at]) => {
      const leader = data.p[at];
      return village(row, [name, odd], leader && leader[0], leader && leader[1]);
    });
    if (duty(row)) found.push(office(row, book.say.police, row[3]));
    if (data.o) found.push(office(row, book.say.council, data.o));
    for (const [kind, anchor, at, who, name] of data.b) {
      const [title, short] = book.bodies[kind];
      const leader = data.p[who];
      const where = at < 0 ? lineage(row) : `${within(data.v[at][0])}, ${lineage(row)}`;
      const stem = stemOf(row) + (at < 0 ? "" : "/" + (data.v[at][1] || slug(data.v[at][0])));
      found.push(record("office", name || title, {
        where: name ? `${short}, ${where}` : where, roles: [...spelt(title), ...spelt(short)], said: [syllables(title), syllables(short)],
        around: syllables(where),
        path: `${pathOf(stem)}#b${anchor}`,
        note: leader ? leader[0] : "",
        call: leader && leader[1] ? { digits: leader[1], name: leader[0] } : duty(row),
      }));
    }
    const leaders = new Set([...data.v.map((one) => one[2]), ...data.b.filter((one) => one[2] < 0).map((one) => one[3])]);
    data.p.forEach(([name, phone, at, ...titles], i) => {
      const [unitName, odd] = unit(at);
      found.push({ ...person(row, name, phone, unitName, odd, titles), minor: !leaders.has(i) });
    });
    return found;
  };

  // ── Câu hỏi ──────────────────────────────────────────────────────────────

  const fits = (typed, phrase) => typed && typed.key === phrase.key && (typed.spell === typed.key || typed.spell === phrase.spell);
  const starts = (list, at, phrase) => phrase.every((one, i) => fits(list[at + i], one));
  const longest = (list, at, phrases) => {
    let best;
    for (const one of phrases) {
      const phrase = one.list ?? one;
      if (starts(list, at, phrase) && phrase.length > ((best?.list ?? best)?.length ?? 0)) best = one;
    }
    return best;
  };

  // "xuanhoa" thành "xuan hoa": ít mảnh nhất, mảnh cuối của câu có thể còn gõ dở.
  const divide = (key, isLast, pieces) => {
    if (pieces === 1) return isKnown(key) || (isLast && beginning(key).length) ? [key] : null;
    let best = null, score = -1;
    for (let n = 2; n < key.length; n++) {
      const head = key.slice(0, n);
      const rest = isKnown(head) && divide(key.slice(n), isLast, pieces - 1);
      const sum = rest && [head, ...rest].reduce((sum, word) => sum + level(word, "noi") * 2 + level(word, "ten"), 0);
      if (rest && sum > score) [best, score] = [[head, ...rest], sum];
    }
    return best;
  };

  const pieces = (text) => {
    const list = syllables(text);
    const found = [];
    list.forEach((one, i) => {
      const isLast = i === list.length - 1;
      const before = found[found.length - 1];
      // "ch lung" là một chữ "Ch'Lưng".
      if (before && !(isKnown(before.key) && isKnown(one.key)) && !isNumber(one.key) && isKnown(before.key + one.key)) {
        found[found.length - 1] = { ...before, ...read(before.key + one.key), end: one.end };
        return;
      }
      const isWord = isNumber(one.key) || isKnown(one.key) || one.key.length < 4 || beginning(one.raw).length;
      const divided = isWord ? null : [2, 3, 4].map((n) => divide(one.key, isLast, n)).find(Boolean);
      if (divided) for (const key of divided) found.push({ at: one.at, end: one.end, ...read(key) });
      else found.push({ ...one });
    });
    return found;
  };

  // Chữ viết tắt đứng cạnh tên thôn: ngay trước thì chắc (2); sau số thôn mà hết câu thì chắc, còn nữa thì có thể (1).
  const besideVillage = (list, at) => {
    const units = book.phrases.kinds.filter((kind) => kind.unit);
    const isUnit = (i) => {
      if (!list[i]) return false;
      const short = book.phrases.short.find((one) => one.list.length === 1 && fits(list[i], one.list[0]));
      return units.some(({ list: phrase }) => starts(list, i, phrase) || (short && short.long.length === phrase.length && starts(short.long, 0, phrase)));
    };
    if (isUnit(at + 1)) return 2;
    return [at - 2, at - 3, at - 4].some(isUnit) ? (at === list.length - 1 ? 2 : 1) : 0;
  };

  const isPair = (a, b) => Boolean(a && b && book.pairs.has(`${a.key ?? a.kind.at(-1)} ${b.key ?? b.kind[0]}`));

  // Mỗi cách đọc là một dãy: chữ phải có, chữ có cũng được, loại địa danh.
  const readings = (text) => {
    const list = pieces(text);
    let all = [[]];
    const put = (...choices) => {
      all = all.flatMap((tokens) => choices.map((choice) => [...tokens, ...choice])).slice(0, 8);
    };
    const word = (one, must = true) => ({ ...one, must, isBare: one.spell === one.key });
    const kindly = (phrase, from) => {
      const kind = longest(phrase, 0, book.phrases.kinds);
      if (kind && (kind.list ?? kind).length === phrase.length) return [{ kind: kind.keys, unit: kind.unit, at: from }];
      return phrase.map((one) => ({ ...word({ ...one, spell: one.key }), at: from }));
    };
    for (let at = 0; at < list.length; ) {
      const one = list[at];
      const isLast = at === list.length - 1;
      const ignored = longest(list, at, book.phrases.ignored);
      if (ignored && ignored.length < list.length) {
        at += ignored.length;
        continue;
      }
      const short = longest(list, at, book.phrases.short);
      const kind = longest(list, at, book.phrases.kinds);
      const dotted = text[one.end] === ".";
      if (short && short.list.length >= (kind?.list.length ?? 0) && (one.key.length > 1 || dotted || !isLast)) {
        const beside = book.beside[Object.keys(book.beside).find((key) => starts(short.list, 0, syllables(key)))];
        const sure = beside ? besideVillage(list, at) : 0;
        const choices = [];
        if (sure < 2) choices.push(kindly(short.long, one.at));
        if (sure) choices.push(kindly(syllables(beside), one.at));
        const literal = short.list.length === 1 && !dotted && sure < 2 && (book.signs.has(one.key) || book.roles.has(one.key));
        if (literal) choices.push([word(one)]);
        put(...choices);
        at += short.list.length;
        continue;
      }
      const courtesy = longest(list, at, book.phrases.courtesy);
      if (kind) {
        put([{ kind: kind.keys, unit: kind.unit, at: one.at }]);
        at += kind.list.length;
      } else if (courtesy && courtesy.length < list.length && !isPair(one, list[at + 1])) {
        // Giữa họ và tên thì có thể là tên đệm: "Lê Bá Họa".
        const polite = list.slice(at, at + courtesy.length).map((one) => word(one, false));
        const isName = list[at - 1] && !isNumber(list[at - 1].key) && !isPair(list[at - 2], list[at - 1]);
        if (isName) put(polite, polite.map((one) => ({ ...one, must: true })));
        else put(polite);
        at += courtesy.length;
      } else {
        put([word(one)]);
        at++;
      }
    }
    for (const tokens of all) {
      const last = tokens[tokens.length - 1];
      if (last && !last.kind) last.isOpen = true;
      tokens.forEach((token, i) => {
        if (token.kind) return;
        const next = tokens[i + 1], before = tokens[i - 1];
        token.isRole = isPair(token, next) || isPair(before, token);
        if (isNumber(token.key) || isKnown(token.key)) return;
        if (beginning(token.raw).length) token.isOpen = true;
        else token.near = vocabulary().filter((word) => isNear(token.key, word));
      });
    }
    return all;
  };

  // ── So ───────────────────────────────────────────────────────────────────

  // Chữ giống nhất trong một dãy: [vị trí, đúng 0 / gõ dở 1 / gõ sai 2, lệch dấu].
  const find = (list, token) => {
    let best = null;
    for (let i = 0; i < list.length; i++) {
      const one = list[i];
      let quality, accents = 0;
      if (one.key === token.key) [quality, accents] = [0, token.isBare || one.spell === token.spell ? 0 : 1];
      else if (token.isOpen && one.key.startsWith(token.raw)) quality = 1;
      else if (token.near && token.near.includes(one.key)) quality = 2;
      else continue;
      if (!best || quality < best[1] || (quality === best[1] && accents < best[2])) best = [i, quality, accents];
      if (!quality && !accents) break;
    }
    return best;
  };

  const phraseAt = (list, keys) => list.findIndex((_, at) => keys.every((key, i) => list[at + i]?.key === key));

  const RANKS = { place: 0, village: 1, office: 2, person: 3, page: 4, book: 5, post: 6 };

  const weigh = (record, own, skip, around, via, tokens) => {
    const lists = [own, record.roles, around];
    const used = new Set(), spots = [], met = new Set();
    let missed = 0, quality = 0, accents = 0, other = 0, polite = 0, far = 0;
    for (const token of tokens) {
      if (token.kind) {
        const at = phraseAt(own, token.kind);
        if (at >= 0) token.kind.forEach((_, i) => used.add(at + i));
        else if (phraseAt(around, token.kind) < 0 && phraseAt(record.roles, token.kind) < 0) other++;
        continue;
      }
      let best = null;
      for (let area = 0; area < 3 && !(best && !best[1] && !best[2]); area++) {
        // Chữ của chức danh phải đi thành cặp: "chi" không phải là "Ban chỉ đạo".
        if (area === 1 && !token.isRole && !book.lang) continue;
        const found = find(lists[area], token);
        if (found && (!best || found[1] < best[1] || (found[1] === best[1] && found[2] < best[2]))) best = [...found, area];
      }
      if (!best || (!token.must && (best[1] || best[3]))) {
        if (token.must) missed++;
        else polite++;
        continue;
      }
      met.add(token);
      quality = Math.max(quality, best[1]);
      accents += best[2];
      if (best[3] === 2) far++;
      if (best[3] === 0) used.add(best[0]);
      spots.push(best[3] * 100 + best[0]);
    }
    let bare = 0;
    for (let i = skip; i < own.length; i++) if (!used.has(i)) bare++;
    for (const said of record.said ?? []) {
      const left = said.filter((one) => !tokens.some((token) => token.key === one.key || token.kind?.includes(one.key))).length;
      bare = Math.min(bare, left);
    }
    const turns = spots.filter((spot, i) => i && spot < spots[i - 1]).length;
    let isWhole = true;
    for (let i = skip; i < own.length; i++) isWhole &&= used.has(i);
    return {
      record, via, met, missed, isWhole, used,
      score: [missed, polite, quality, accents, bare ? 1 : 0, other, RANKS[record.kind] + (record.minor ? 0.5 : 0), via ? 1 : 0, bare, far, turns],
    };
  };

  // Bao nhiêu chữ của câu có mặt trong một bản ghi: rẻ hơn nhiều so với cân cả bản ghi.
  const share = (record, musts) => {
    const keys = (record.keys ??= new Set([record.own, record.roles, record.around, ...record.others.flatMap((other) => [other.own, other.around])].flat().map((one) => one.key)));
    let met = 0;
    for (const token of musts) {
      if (keys.has(token.key)) met++;
      else if (token.isOpen || token.near) for (const key of keys) if ((token.isOpen && key.startsWith(token.raw)) || token.near?.includes(key)) {
        met++;
        break;
      }
    }
    return met;
  };

  const match = (record, tokens) => {
    let best = weigh(record, record.own, record.skip, record.around, null, tokens);
    for (const other of record.others) {
      const found = weigh(record, other.own, other.skip, [...record.around, ...other.around], other, tokens);
      if (compare(found, best) < 0) best = found;
    }
    return best;
  };

  const COLLATOR = new Intl.Collator("vi", { numeric: true });
  const compare = (a, b) => {
    for (let i = 0; i < a.score.length; i++) if (a.score[i] !== b.score[i]) return a.score[i] - b.score[i];
    return COLLATOR.compare(a.record.title, b.record.title) || COLLATOR.compare(a.record.where, b.record.where);
  };

  // ── Tìm ──────────────────────────────────────────────────────────────────

  // Những chữ trong mục lục mà một chữ gõ vào có thể là, chữ đúng trước, rồi chữ hay gặp.
  const candidates = (token, space) => {
    const found = [];
    const add = (key) => level(key, space) && !found.includes(key) && found.push(key);
    add(token.key);
    const rest = token.isOpen ? beginning(token.raw) : [];
    rest.push(...(token.near ?? []));
    rest.sort((a, b) => level(b, space) - level(a, space) || a.length - b.length).forEach(add);
    return found;
  };

  // Chữ hiếm nhất dẫn đường: đúng trước, chữ của chức danh sau cùng.
  const drivers = (tokens, space) => {
    const all = tokens.filter((token) => token.must && !token.kind && !isNumber(token.key));
    const led = all.map((token) => ({ token, keys: candidates(token, space) })).filter((one) => one.keys.length);
    // Họ và tên đệm thì nhiều người có mà ít nơi có: không phải tên nơi.
    const isOfPeople = (key) => space === "noi" && level(key, "ten") > level(key, "noi");
    const cost = ({ token, keys: [key] }) => (token.isRole ? 20 : 0) + (key === token.key ? level(key, space) + (isOfPeople(key) ? 3 : 0) : 8);
    return led.sort((a, b) => cost(a) - cost(b) || b.token.at - a.token.at);
  };

  const gather = (space, { token, keys }, isAlone, make) => {
    const files = new Set();
    for (const key of keys.slice(0, keys[0] === token.key && !(token.isOpen && isAlone) ? 1 : 6)) {
      const file = fileOf(space, key);
      if (file && (files.size < 2 || files.has(file))) files.add(file);
    }
    return [...files].flatMap((file) => records(`${space}-${file}`, make));
  };

  const search = (tokens, state) => {
    const musts = tokens.filter((token) => token.must && !token.kind);
    const words = musts.filter((token) => !isNumber(token.key));
    if (!musts.length) {
      if (tokens.some((token) => token.kind)) state.hint ??= "commune";
      return;
    }
    const add = (found) => state.add(found);
    book.topRecords ??= book.tops.map((row) => place(row.length > 3 ? row : Object.assign([...row, 0], { stem: row.stem })));
    for (const top of book.topRecords) {
      const found = match(top, tokens);
      if (!found.missed && found.score[9] < musts.length) add(found);
    }
    for (const [title, stem] of book.pages) pageHit(title, stem, tokens, add);
    for (const [title, stem, digits] of book.agencies) {
      const found = match(record("office", title, { path: pathOf(stem), call: digits ? { digits, name: title } : null }), tokens);
      if (!found.missed) add(found);
    }
    const isAddress = musts.length > words.length || tokens.some((token) => token.unit || token.isRole);
    const holders = places(tokens, musts, words, isAddress ? 3 : 2, add);
    const inside = communes(holders, tokens, musts, state);
    // Đã kể rõ nơi nào thì đợi nơi ấy trả lời xong, khỏi tải thừa.
    if (isAddress && wanted.size) return;
    // Cả tên đã thấy ở nơi ấy, hoặc câu là một địa chỉ có trả lời: thôi không tìm ở nơi khác.
    if (inside > 1 || (inside && isAddress)) return;
    const isName = (!holders.length || musts.length === words.length) && names(tokens, words, holders, state);
    const isPlain = !words.length && !tokens.some((token) => token.kind);
    if (!holders.length && words.every((token) => token.isRole) && !(isPlain && musts.some((token) => token.key.length > 2))) {
      state.hint = "commune";
      if (state.here) for (const one of records(state.here, commune)) {
        const found = match(one, tokens);
        if (!found.missed) add(found);
      }
    }
    if (!holders.length && !state.isGuess) articles(tokens, musts, isName, state);
  };

  const pageHit = (title, stem, tokens, add) => {
    const found = match(record("page", title, { path: pathOf(stem) }), tokens);
    if (!found.missed && !found.score[4]) add(found);
  };

  // Nơi khớp cả câu là kết quả; nơi mà cả tên nằm trong câu thì giữ những gì còn lại của câu.
  const places = (tokens, musts, words, tries, add) => {
    const holders = new Map();
    const last = words.filter((token) => !token.isRole).pop();
    for (const driver of drivers(tokens, "noi")) {
      if (!tries--) break;
      let isDone = false;
      const before = wanted.size;
      for (const one of gather("noi", driver, words.length < 2, (data) => data.c.map(place))) {
        if (share(one, musts) < Math.min(musts.length, 2) && one.own.length > one.skip + 1) continue;
        const found = match(one, tokens);
        if (!found.missed) {
          add(found);
          isDone = true;
        } else if (found.isWhole) {
          holders.set(one.stem, found);
          isDone ||= found.met.has(last) && isRow(found, tokens);
        }
      }
      if (isDone || wanted.size > before) break;
    }
    const all = [...holders.values()];
    const named = (found) => [...found.met].filter((token) => !token.isRole).length;
    const worth = (found) => named(found) * 4 + (isRow(found, tokens) ? 2 : 0) + (found.score[5] ? 0 : 1);
    const most = Math.max(...all.map(worth));
    return all.filter((found) => worth(found) === most).sort(compare);
  };

  // Các chữ của nơi ấy đi liền nhau trong câu.
  const isRow = (found, tokens) => {
    const at = tokens.flatMap((token, i) => (found.met.has(token) || (token.kind && !token.unit) ? [i] : []));
    return at[at.length - 1] - at[0] === at.length - 1;
  };

  const communes = (holders, tokens, musts, state) => {
    let inside = 0;
    for (const holder of holders.slice(0, 3)) {
      const all = holder.record.roster ? records(holder.record.stem, commune).map((one) => [share(one, musts), one]) : [];
      const full = all.filter(([n]) => n === musts.length).map(([, one]) => match(one, tokens)).filter((found) => !found.missed);
      for (const found of full) {
        state.add(found);
        inside = Math.max(inside, found.score[4] ? 1 : 2);
      }
      // Không có ai khớp cả câu: những gì khớp nhiều hơn chính nơi ấy.
      const near = full.length ? [] : all.filter(([n]) => n > holder.met.size).map(([, one]) => match(one, tokens));
      near.filter((found) => musts.length - found.missed > holder.met.size).sort(compare).slice(0, 5).forEach(state.add);
      state.add(holder);
    }
    if (holders.length > 3 && !inside) state.more = true;
    return inside;
  };

  const names = (tokens, words, holders, state) => {
    const led = drivers(tokens, "ten");
    const isName = led.length && words.every((token) => candidates(token, "ten").length || candidates(token, "noi").length);
    if (!isName) return false;
    // Ai không có chữ nào hiếm thì tìm theo cả họ tên; gõ đủ ba chữ thì thử cách ấy trước.
    const driver = led[0];
    const isCut = driver.keys[0] === driver.token.key && level(driver.token.key, "ten") === 3;
    const before = state.found.size;
    const add = (all) => {
      for (const one of all) {
        if (share(one, words) < words.length) continue;
        const found = match(one, tokens);
        if (!found.missed && found.score[9] < words.length) state.add(found);
      }
    };
    const bySyllable = () => (isCut && holders.length) || add(gather("ten", driver, words.length < 2, named));
    const byName = () => {
      const isWhole = [...state.found.values()].some((found) => !found.missed && !found.score[4]);
      if (!isCut || !book.ho || words.length < 2 || isWhole || state.isGuess) return;
      const name = words.map((token) => token.key).join(" ");
      add(records(`ho-${(hash(name) & (book.ho - 1)).toString(16)}`, named));
    };
    for (const step of words.length > 2 ? [byName, bySyllable] : [bySyllable, byName]) {
      if (wanted.size && isCut) return true;
      if (state.found.size === before || step === byName) step();
    }
    if (isCut && state.found.size - before > 9) state.more = true;
    return words.length > 1;
  };

  const hash = (text) => {
    let hash = 0x811c9dc5;
    for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
    return hash >>> 0;
  };

  // Bài: tên bài, đề mục, rồi chữ trong bài. Chữ mà quá nửa số bài có thì chỉ tính ở tên bài và đề mục.
  const articles = (tokens, musts, isName, state) => {
    const led = musts.map((token) => ({ token, keys: candidates(token, "chu") }));
    if (led.some((one) => !one.keys.length)) return;
    const isTitle = led.every((one) => one.keys.some((key) => level(key, "chu") > 1));
    const full = [...state.found.values()].filter((found) => !found.missed && !found.score[3]);
    const isStrong = full.some((found) => !found.score[4]);
    if (wanted.size || (isName && !isTitle) || ((isStrong || full.length > 3) && !(isTitle && musts.length < 2))) return;
    const table = part("bai");
    led.sort((a, b) => level(a.keys[0], "chu") - level(b.keys[0], "chu") || b.token.key.length - a.token.key.length);
    if (!table && isTitle && !state.isWhole) return;
    const list = table && (table.made ??= titles(table));
    // Có bài mang đúng tên ấy thì khỏi đọc từng đề mục, trừ khi xem tất cả.
    const isNamed = list?.some((article) => article.shown && !match(article.record, tokens).score.slice(0, 5).some(Boolean));
    let within = null;
    const headings = new Set();
    // Không có gì khớp hẳn thì giữ cả những bài khớp một phần.
    const close = [];
    if (!(isNamed || state.isCry) || state.isWhole) led.slice(0, 2).forEach((one, i) => {
      const here = new Set();
      const isCommon = level(one.keys[0], "chu") === 3;
      if (i && isCommon) return;
      for (const key of one.keys.slice(0, one.token.isOpen || one.token.near ? 4 : 1)) {
        const data = part(`chu-${fileOf("chu", key)}`);
        for (const n of data?.w[key] ?? []) here.add(n < 0 ? -1 - n : n);
        for (const heading of data?.h ?? []) headings.add(heading);
      }
      if (!isCommon) within = within ? new Set([...within].filter((n) => here.has(n))) : here;
    });
    if (!table) return;
    for (const article of list) {
      if (!article.shown) continue;
      const found = match(article.record, tokens);
      if (found.missed && !state.isUrgent && within?.has(article.n)) {
        // Chữ nằm trong bài: đứng sau mọi kết quả khác.
        found.score = [0, 0, 3, 0, 2, 0, RANKS[article.record.kind], 0, 99, 9, 0];
        found.missed = 0;
        found.inText = true;
      }
      if (!found.missed || (!state.found.size && found.met.size)) close.push(found);
    }
    for (const [n, text, anchor] of headings) {
      const article = list[n];
      if (!article.shown) continue;
      const one = record(article.record.kind, text, {
        where: article.record.title, around: article.record.own, lang: article.record.lang,
        path: `${article.record.path}#${anchor ?? slug(text)}`,
      });
      const found = match(one, tokens);
      if (found.met.size && found.score[9] < found.met.size && (!found.missed || !state.found.size)) close.push(found);
    }
    close.forEach(state.add);
  };

  const titles = (table) => {
    const stems = new Map();
    const list = table.a.map(([title, at, shelf, lang, twin], n) => {
      const stem = at.endsWith("/") ? at + slug(title) : at;
      if (!shelf) stems.set(stem + lang, title);
      const kind = ["book", "book", "post", "page"][shelf];
      const one = record(kind, title, { path: pathOf(stem, lang), skip: 0, lang: lang === book.lang ? "" : TAGS[lang] });
      return { n, stem, lang, shown: lang === book.lang || !twin, record: one };
    });
    for (const { stem, lang, record } of list) {
      const above = stems.get(stem.slice(0, stem.lastIndexOf("/")) + lang);
      if (above) record.where = above;
    }
    return list;
  };

  // ── Số máy, việc khẩn cấp ────────────────────────────────────────────────

  const numbers = (text, state) => {
    const typed = text.replace(/[\s.()-]/g, "").replace(/^(\+|00)84/, "0");
    if (!/^[0-9]{3,}$/.test(typed)) return;
    const back = [...typed].reverse().join("");
    const files = [...(book.files.so ?? [])].filter((file) => file === "_" || back.startsWith(file) || file.startsWith(back));
    if (files.length > 2) return;
    const has = (one) => one.digits && one.digits.includes(typed);
    const make = (data) => [
      ...data.o.map(([at, which, digits]) => office(data.c[at], which ? book.say.council : book.say.police, digits)),
      ...data.p.map(([name, phone, at, unit, odd, ...titles]) => person(data.c[at], name, phone, unit, odd, titles)),
    ];
    for (const file of files) for (const one of records(`so-${file}`, make))
      if (has(one)) state.add({ record: one, missed: 0, met: new Set(), used: new Set(), score: [0, 0, 0, 0, one.digits === typed ? 0 : 1, 0, RANKS[one.kind], 0, 0, 0, 0] });
  };

  // Số hợp với việc đứng đầu, các số kia theo sau.
  const urgent = (text) => {
    const list = syllables(text);
    const digits = text.replace(/\D/g, "");
    const isMeant = ([number, , words]) => digits === number || words.some((word) => list.some((_, at) => starts(list, at, syllables(word))));
    const meant = book.urgent.filter(isMeant);
    if (!meant.length) return [];
    return [...meant, ...book.urgent.filter((one) => !meant.includes(one))].map(([number, title]) => ({ number, title }));
  };

  // Cả câu chỉ là một lời kêu cứu: số cần gọi đã đứng đầu, khỏi đoán chữ gõ sai, khỏi đọc từng bài.
  const isCry = (list) => book.urgent.some(([, , words]) => words.some((word) => {
    const cry = syllables(word);
    return cry.length === list.length && starts(list, 0, cry);
  }));

  // Câu gần giống, ghép từ những chữ có thật.
  const alike = (text) => {
    const list = syllables(text);
    const found = new Set();
    list.forEach((one, i) => {
      if (isNumber(one.key) || one.key.length < 3) return;
      const near = vocabulary().filter((word) => (level(word, "noi") || level(word, "ten")) && isNear(one.key, word));
      for (const word of near.slice(0, 3)) found.add(list.map((other, n) => (n === i ? word : other.key)).join(" "));
    });
    return [...found].slice(0, 4);
  };

  // Câu trả lời với những phần đang có. `here` là địa chỉ của trang đang xem, tính từ gốc;
  // `isWhole` là trang kết quả, nơi đáng đọc thêm vài phần để không sót bài nào.
  const ask = (text, here = "", isWhole = false) => {
    wanted = new Set();
    const steps = here.replace(/^en\//, "").replace(/\.html$/, "").split("/").slice(0, book.deep);
    const state = {
      found: new Map(),
      here: steps.length === book.deep && steps[0] === book.home ? steps.join("/") : "",
      hint: null,
      more: false,
      isWhole,
      isUrgent: urgent(text).length > 0,
      isCry: isCry(syllables(text)),
      add(found) {
        const key = found.record.path + found.record.title;
        const known = state.found.get(key);
        if (!known || compare(found, known) < 0) state.found.set(key, found);
      },
    };
    const list = syllables(text);
    if (list.length) {
      numbers(text, state);
      const all = readings(text);
      all.forEach((tokens) => search(tokens, state));
      const met = [...state.found.values()].filter((found) => !found.missed);
      // Không có gì khớp: từng chữ có thể gõ sai. Chỉ khớp chữ trong bài: chữ không có trong tên nào có thể gõ sai.
      if (!state.isCry && met.every((found) => found.inText) && !wanted.size && !state.hint) for (const tokens of all) {
        const words = tokens.filter((token) => token.must && !token.kind && !isNumber(token.key));
        const isSure = (key) => (met.length ? level(key, "noi") || level(key, "ten") : level(key, "noi") && level(key, "ten"));
        for (const token of words) if (!isSure(token.key)) token.near ??= vocabulary().filter((word) => isNear(token.key, word));
        state.isGuess = true;
        if (words.some((token) => token.near?.length)) search(tokens, state);
      }
    }
    const hits = [...state.found.values()].sort(compare);
    const least = hits.length ? hits[0].missed : 0;
    return {
      urgent: urgent(text),
      hits: hits.filter((found) => found.missed === least),
      isClose: least > 0 || (hits.length > 0 && hits[0].score[2] === 2),
      hint: (!hits.length && state.hint) || (state.more && hits.length && RANKS[hits[0].record.kind] % 2 ? "more" : ""),
      near: hits.length || state.hint ? [] : alike(text),
      wanted: [...wanted],
    };
  };

  return { take, miss, forget, knows, ask, syllables, slug, isNear, get book() { return book; }, tops: () => book.topRecords };
});
