// Ô tìm: danh sách gợi ý theo mẫu combobox, và kết quả trên trang tim.html. finder.js lo việc tìm.
// Mỗi lựa chọn là một liên kết thật (role="option"): đi tới trang, hoặc gọi; phím mũi tên đi qua từng lựa chọn.
"use strict";
(() => {
  const finder = globalThis.Finder;
  const forms = [...document.querySelectorAll("form[data-finder]")];
  if (!finder?.book || !forms.length) return;
  const { say, urgent: emergencies, lang, main, v: version } = finder.book;
  const root = forms[0].dataset.finder;
  const base = new URL(root || ".", location.href).href.replace(/[^/]*$/, "");
  const here = decodeURI(location.href.split(/[?#]/)[0].slice(base.length));
  const listeners = new Set();
  const loading = new Set();
  const failed = new Set();

  // ── Tải các phần ─────────────────────────────────────────────────────────

  const load = (name) => {
    if (loading.has(name)) return;
    loading.add(name);
    const script = document.createElement("script");
    script.src = `${root}tim/${name}.js?v=${version}`;
    script.onload = script.onerror = () => {
      loading.delete(name);
      if (!finder.knows(name)) {
        finder.miss(name);
        failed.add(name);
      }
      script.remove();
      listeners.forEach((listen) => listen());
    };
    document.head.append(script);
  };

  const ask = (text) => {
    const answer = finder.ask(text, here);
    answer.wanted.forEach(load);
    return answer;
  };

  const retry = () => {
    failed.forEach(finder.forget);
    failed.clear();
    listeners.forEach((listen) => listen());
  };

  // ── Lời và phần tử ───────────────────────────────────────────────────────

  const fill = (text, with_) => text.replace(/\{(\w+)\}/g, (_, name) => with_[name] ?? "");
  const count = (n) => {
    const forms = [say.count].flat();
    return fill(n === 1 ? forms[0] : forms[forms.length - 1], { n });
  };
  const shown = (d) => (d.length === 8 ? `${d.slice(0, 4)} ${d.slice(4)}` : d.length > 8 ? `${d.slice(0, 4)} ${d.slice(4, 7)} ${d.slice(7)}` : d);
  const dial = (d) => "tel:" + (d[0] === "0" ? "+84" + d.slice(1) : d);

  const el = (tag, attributes, ...children) => {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) if (value !== "" && value != null) made.setAttribute(name, value);
    made.append(...children.filter((child) => child != null && child !== ""));
    return made;
  };

  // Tên với những chữ đã gõ được tô đậm.
  const marked = (title, text) => {
    const typed = finder.syllables(text);
    const last = typed[typed.length - 1];
    const out = [];
    let from = 0;
    for (const one of finder.syllables(title)) {
      let end = 0;
      if (typed.some((other) => other.key === one.key)) end = one.end;
      else if (last && last.raw.length > 1 && one.key.startsWith(last.raw)) end = one.at + last.raw.length;
      if (!end) continue;
      out.push(title.slice(from, one.at), el("mark", {}, title.slice(one.at, end)));
      from = end;
    }
    out.push(title.slice(from));
    return out;
  };

  const LABELS = { place: "place", village: "place", office: "office", person: "person", page: "page", book: "book", post: "story" };
  const grouped = (hits) => {
    const groups = new Map();
    for (const hit of hits) {
      const label = say[LABELS[hit.record.kind]];
      if (!groups.has(label)) groups.set(label, []);
      groups.get(label).push(hit);
    }
    return groups;
  };

  const lines = (hit) => {
    const { where, note, call } = hit.record;
    const via = hit.via && fill(hit.via.later ? say.later : say.former, { name: hit.via.text });
    const who = [note, call && !call.name && say.duty, call && shown(call.digits)].filter(Boolean).join(", ");
    return [where, via, hit.inText && say.text, who].filter(Boolean).map((line) => el("span", { class: "line" }, line));
  };

  const page = (text) => `${forms[0].action.split("?")[0]}?q=${encodeURIComponent(text)}`;
  const letters = () => `${forms[0].action.split("?")[0]}#a-z`;

  // `link` làm một liên kết: lựa chọn trong danh sách gợi ý, hay liên kết thường trên trang kết quả.
  const hitRow = (hit, text, link) => {
    const { record } = hit;
    const row = el("div", { class: "hit" },
      link("go", root + record.path, { lang: record.lang }, el("span", { class: "title" }, ...marked(record.title, text)), ...lines(hit)));
    if (record.call) row.append(call(record.call.digits, record.call.name || say.duty, link));
    return row;
  };
  const call = (digits, name, link) => link("dial", dial(digits), {}, say.dial, el("span", { class: "vh" }, ` ${name}, ${shown(digits)}`));
  const urgentRow = (list, link) =>
    el("div", { class: "urgent" }, ...list.map(({ number, title }) => link("dial", dial(number), {}, el("b", {}, number), ` ${title}`)));
  const firstNumber = () => emergencies.slice(0, 1).map(([number, title]) => ({ number, title }));

  const isWaiting = (answer) => answer.wanted.length > 0;
  const isEmpty = (answer) => !answer.hits.length && !answer.hint && !answer.urgent.length;
  const summary = (answer, text) => {
    if (failed.size) return say.fault;
    if (isWaiting(answer) && !answer.hits.length) return say.wait;
    if (answer.hint) return say[answer.hint];
    if (isEmpty(answer)) return fill(say.none, { text });
    return answer.isClose ? say.close : "";
  };
  const spoken = (answer, text) => {
    const said = summary(answer, text);
    const first = answer.hits[0]?.record;
    return [said, first && `${count(answer.hits.length)}: ${[first.title, first.where].filter(Boolean).join(", ")}`].filter(Boolean).join(" ");
  };
  // Thôn nào cũng có ở nhiều xã: mời chọn huyện, hoặc chọn theo chữ cái.
  const offered = (answer) => (answer.hint === "commune" ? finder.tops().map((record) => ({ record })) : []);

  // ── Danh sách gợi ý ──────────────────────────────────────────────────────

  const MOST = 8;
  let boxes = 0;

  const box = (form) => {
    const input = form.querySelector("input");
    const id = `f${boxes++}`;
    const note = el("p", { class: "note" });
    const list = el("div", { role: "listbox", id, "aria-label": say.results });
    const pop = el("div", { class: "pop", hidden: "hidden" }, note, list);
    const live = el("p", { class: "vh", role: "status" });
    form.append(pop, live);
    let options = [];
    let active = -1;
    let shownFor = "";
    let timer, speaking;

    for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-controls": id, "aria-expanded": "false" })) input.setAttribute(name, value);

    const link = (kind, href, attributes, ...children) => {
      const option = el("a", { class: kind, role: "option", id: `${id}-${options.length}`, href, tabindex: "-1", "aria-selected": "false", ...attributes }, ...children);
      options.push(option);
      return option;
    };
    const group = (label, ...rows) => el("div", { role: "group", "aria-label": label }, el("p", { class: "label", "aria-hidden": "true" }, label), ...rows);

    const open = (isOpen) => {
      // Màn hình thấp: kéo ô gõ lên đầu, chừa chỗ cho danh sách và bàn phím.
      if (isOpen && pop.hidden && innerHeight < 800) form.scrollIntoView({ block: "start" });
      pop.hidden = !isOpen;
      input.setAttribute("aria-expanded", String(isOpen && options.length > 0));
      form.closest(".place")?.classList.toggle("finding", isOpen);
      if (!isOpen) choose(-1);
    };
    const choose = (at) => {
      options[active]?.setAttribute("aria-selected", "false");
      active = at;
      const option = options[at];
      if (!option) return input.removeAttribute("aria-activedescendant");
      option.setAttribute("aria-selected", "true");
      option.scrollIntoView({ block: "nearest" });
      input.setAttribute("aria-activedescendant", option.id);
    };
    const say_ = (text) => {
      clearTimeout(speaking);
      speaking = setTimeout(() => (live.textContent = text), 600);
    };

    const draw = (answer, text) => {
      options = [];
      active = -1;
      input.removeAttribute("aria-activedescendant");
      note.textContent = summary(answer, text);
      note.hidden = !note.textContent;
      const rows = [];
      if (answer.urgent.length) rows.push(group(say.urgent, urgentRow(answer.urgent, link)));
      const hits = answer.hits.slice(0, MOST);
      for (const [label, list] of grouped([...hits, ...offered(answer)])) rows.push(group(label, ...list.map((hit) => hitRow(hit, text, link))));
      if (answer.near.length) rows.push(group(say.near, ...answer.near.map((text) => link("go", page(text), {}, text))));
      const isOver = !isWaiting(answer);
      if (isOver && answer.hits.length > MOST) rows.push(link("go all", page(text), {}, say.all));
      if (isOver && (isEmpty(answer) || answer.hint === "commune" || failed.size)) rows.push(link("go all", letters(), {}, say.letters));
      if (isOver && isEmpty(answer)) rows.push(urgentRow(firstNumber(), link));
      list.replaceChildren(...rows);
      list.hidden = !options.length;
      open(true);
      if (isOver) say_(spoken(answer, text));
    };

    const update = () => {
      const text = input.value.trim();
      if (!text || document.activeElement !== input) {
        if (!text) open(false);
        return;
      }
      const answer = ask(text);
      // Câu trả lời cũ đứng yên cho tới khi có câu mới: không nhấp nháy.
      if (isWaiting(answer) && !answer.hits.length && shownFor && !pop.hidden) {
        note.textContent = say.wait;
        note.hidden = false;
        return;
      }
      shownFor = text;
      draw(answer, text);
    };

    listeners.add(() => !pop.hidden && update());
    input.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(update, 120);
    });
    input.addEventListener("focus", update);
    input.addEventListener("keydown", (event) => {
      if (event.isComposing) return;
      const { key } = event;
      if (key === "ArrowDown" || key === "ArrowUp") {
        event.preventDefault();
        if (pop.hidden) return update();
        const step = key === "ArrowDown" ? 1 : -1;
        // Đầu và cuối nối nhau qua chính ô gõ.
        choose(((active + 1 + step + options.length + 1) % (options.length + 1)) - 1);
      } else if (key === "Enter" && options[active] && !pop.hidden) {
        event.preventDefault();
        options[active].click();
      } else if (key === "Escape") {
        if (!pop.hidden) event.preventDefault();
        else input.value = "";
        open(false);
      } else if (key === "Home" || key === "End") choose(-1);
    });
    // Bấm vào danh sách thì ô gõ vẫn giữ tiêu điểm; rời hẳn thì danh sách đóng.
    pop.addEventListener("mousedown", (event) => event.preventDefault());
    form.addEventListener("focusout", (event) => {
      if (!form.contains(event.relatedTarget)) open(false);
    });
    if (document.activeElement === input) update();
  };

  // ── Trang kết quả ────────────────────────────────────────────────────────

  const results = (place, text) => {
    const status = el("p", { role: "status" });
    const body = el("div", {});
    const title = fill(say.title, { text });
    document.title = `${title} | ${document.title.split(" | ").pop()}`;
    document.querySelector("h1").textContent = title;
    document.querySelector(".lead").replaceChildren(status);
    place.append(body);
    const link = (kind, href, attributes, ...children) => el("a", { class: kind === "dial" ? "btn dial" : kind, href, ...attributes }, ...children);
    const draw = () => {
      const answer = ask(text);
      status.textContent = summary(answer, text) || count(answer.hits.length);
      const rows = [];
      if (failed.size) {
        const again = el("button", { class: "btn", type: "button" }, say.retry);
        again.addEventListener("click", retry);
        rows.push(again);
      }
      if (answer.urgent.length) rows.push(urgentRow(answer.urgent, link));
      for (const [label, list] of grouped([...answer.hits.slice(0, 60), ...offered(answer)]))
        rows.push(el("h2", {}, label), el("ul", { class: "hits" }, ...list.map((hit) => el("li", {}, hitRow(hit, text, link)))));
      if (answer.near.length) rows.push(el("p", {}, say.near), el("ul", { class: "hits" }, ...answer.near.map((text) => el("li", {}, link("go", page(text), {}, text)))));
      if (isEmpty(answer) && !isWaiting(answer)) rows.push(el("p", { class: "acts" }, link("btn quiet", "#a-z", {}, say.letters), urgentRow(firstNumber(), link)));
      body.replaceChildren(...rows);
    };
    listeners.add(draw);
    draw();
  };

  forms.forEach(box);
  const place = document.getElementById("ket-qua");
  const text = new URLSearchParams(location.search).get("q")?.trim();
  if (place && text) {
    for (const form of forms) form.querySelector("input").value = text;
    results(place, text);
  }
})();
