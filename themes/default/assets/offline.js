// Đọc khi không có mạng: chỉ trên https (và trên localhost khi thử); ở nơi khác không có gì hiện ra.
// Việc giữ trang là của sw.js; tệp này chỉ hỏi nó và nói lại cho người đọc.
"use strict";
(() => {
  const here = document.currentScript;
  const root = document.documentElement;
  const one = (wanted) => document.querySelector(wanted);
  const DAYS = 30;

  const day = (iso) => {
    const date = new Date(iso);
    if (root.lang !== "vi") return date.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
    const [d, m] = [date.getDate(), date.getMonth() + 1];
    return `${d < 10 ? "0" : ""}${d}/${m < 3 ? "0" : ""}${m}/${date.getFullYear()}`;
  };
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (hole, name) => values[name] ?? hole);
  const show = (element, shown = true) => {
    if (element) element.hidden = !shown;
  };
  const isOld = (iso) => Date.now() - new Date(iso) > DAYS * 86400000;

  // Trang này là bản giữ: sw.js đã ghi ngày vào thẻ html.
  const { saved, commune } = root.dataset;
  const note = one(".copy");
  if (saved && note) {
    note.querySelector(".day").textContent = day(saved);
    show(note.querySelector(".stale"), Boolean(commune) && isOld(saved));
    show(note);
  }

  // Bản xem thử ở máy người viết chạy trên http nên không bao giờ cài; khi thử thì tự bật.
  const isTrial = () => {
    try {
      return /^(localhost|127\.0\.0\.1)$/.test(location.hostname) && localStorage.getItem("binhyen-offline") === "1";
    } catch {
      return false;
    }
  };
  const { serviceWorker } = navigator;
  if (!serviceWorker || !(location.protocol === "https:" || isTrial())) return;

  const ask = async (question) => {
    const { active } = await serviceWorker.ready;
    return new Promise((done) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }) => done(data);
      active.postMessage({ url: location.href, ...question }, [port2]);
    });
  };

  const hello = async () => {
    const answer = await ask({ ask: "hello", roster: Boolean(commune) });
    show(one(".kept"), answer.kept && !saved);
  };

  const book = (section) => {
    const part = (name) => section.querySelector(`[data-part=${name}]`);
    const [save, drop, line, bar, said] = ["save", "drop", "line", "bar", "said"].map(part);
    const words = section.dataset;
    const say = (text) => {
      if (said.textContent !== text) said.textContent = text;
    };
    const draw = (news) => {
      const { state, n, total, full } = news;
      const going = state === "going";
      const texts = {
        going: () => fill(words.going, { n, total }),
        done: () => fill(words.done, { date: day(news.saved), total }),
        part: () => fill(words.broken, { n, total }),
        none: () => (full ? words.full : ""),
      };
      line.textContent = texts[state]();
      show(line, line.textContent !== "");
      // Đọc lên lúc đầu, lúc nửa và lúc xong: đọc mọi bước thì ồn.
      if (!going || n === 0 || n === Math.floor(total / 2)) say(line.textContent);
      bar.max = total;
      bar.value = n ?? 0;
      show(bar, going);
      save.textContent = state === "part" ? words.more : words.save;
      // Nút vừa bấm biến đi thì con trỏ ở lại dòng chữ.
      const focused = [save, drop].includes(document.activeElement);
      show(save, state === "none" || state === "part");
      show(drop, state === "done" || state === "part");
      if (focused && document.activeElement?.hidden !== false) line.focus();
      show(section);
    };
    const refresh = async () => {
      const news = await ask({ ask: "book" });
      if (news) draw(news);
      return news;
    };
    let mine = null;
    save.addEventListener("click", () => {
      navigator.storage?.persist?.();
      ask({ ask: "save" });
      draw({ ...mine, state: "going", n: mine?.n ?? 0 });
    });
    drop.addEventListener("click", async () => {
      draw(await ask({ ask: "drop" }));
      line.textContent = words.gone;
      show(line);
      say(words.gone);
      line.focus();
    });
    serviceWorker.addEventListener("message", ({ data }) => {
      if (mine && data.book === mine.book) draw(data);
    });
    return async () => {
      mine = await refresh();
    };
  };

  // Trang kê những gì đã giữ.
  const list = (page) => {
    const text = (html) => new DOMParser().parseFromString(html, "text/html").body.textContent;
    const item = (entry, title, more) => {
      const li = document.createElement("li");
      const link = document.createElement("a");
      const name = Object.assign(document.createElement("span"), { className: "name", textContent: title });
      const soft = Object.assign(document.createElement("span"), { className: "soft", textContent: more });
      link.href = /\/$|\.html$/.test(entry.url) ? entry.url : `${entry.url}.html`;
      link.append(name, " ", soft);
      li.append(link);
      return li;
    };
    const put = (id, items) => {
      const section = page.querySelector(id);
      section.querySelector("ul").replaceChildren(...items);
      show(section, items.length > 0);
    };
    const draw = async () => {
      const { books, pages } = await ask({ ask: "all" });
      const on = (iso) => fill(page.dataset.on, { date: day(iso) });
      const order = [...new Set(pages.map((entry) => entry.commune))];
      pages.sort((a, b) => order.indexOf(a.commune) - order.indexOf(b.commune) || a.url.length - b.url.length);
      put("#danh-ba-da-xem", pages.map((entry) => item(entry, text(entry.title), on(entry.saved))));
      put("#so-tay-da-luu", books.map((entry) => item(entry, text(entry.title), entry.saved ? on(entry.saved) : page.dataset.part)));
      const any = pages.length + books.length > 0;
      show(one("#chua-co"), !any);
      show(one("#xoa-het"), any);
    };
    const path = new URLSearchParams(location.search).get("mo");
    if (path !== null) {
      // Chỉ mở lại trang ở ngay trang web này.
      const again = new URL(`./${path}`, new URL("../", here.src));
      if (again.href.startsWith(new URL("../", here.src).href)) one("#mo-lai").href = again;
      show(one("#chua-luu"));
    }
    one("#xoa-het button").addEventListener("click", async () => {
      await ask({ ask: "clear" });
      await draw();
      one("#da-xoa").textContent = page.dataset.cleared;
      one("#da-xoa").focus();
    });
    return draw;
  };

  const start = async () => {
    await serviceWorker.register(new URL("../sw.js", here.src), { updateViaCache: "none" });
    const parts = [["[data-book]", book], ["[data-saved-list]", list]];
    const refresh = parts.filter(([wanted]) => one(wanted)).map(([wanted, part]) => part(one(wanted)));
    const all = () => Promise.all([hello(), ...refresh.map((again) => again())]);
    serviceWorker.addEventListener("controllerchange", all);
    await all();
  };
  // Trang đã đọc được rồi mới tới việc này; không giữ được thì thôi, không có gì hiện ra.
  addEventListener("load", () => start().catch(() => {}));
})();
