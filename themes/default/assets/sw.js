// Giữ trang để đọc khi không có mạng: những xã vừa xem, và cuốn sổ tay người đọc bấm lưu.
// Dòng đầu (BUILD) do chương trình điền: lần dựng, tệp mọi trang cần, các trang của mỗi cuốn.
// Có mạng thì luôn hỏi mạng trước: người đọc không bao giờ thấy bản cũ. Dựng lại là mọi bản giữ của lần trước bị xóa.
"use strict";

const SITE = self.registration.scope;
const NAME = `binhyen ${SITE} `;
const SHELL = `${NAME}shell ${BUILD.version}`;
const SEEN = `${NAME}seen ${BUILD.version}`;
const COMMUNES = 12;
const AT_ONCE = 3;

// Địa chỉ gọn: không có phần sau dấu hỏi, dấu thăng; có nơi đăng bỏ đuôi .html.
const key = (path) => {
  const url = new URL(path, SITE);
  return (url.origin + url.pathname).replace(/\.html$/, "");
};
const shelf = (book) => `${NAME}book ${BUILD.books[book].hash} ${book}`;
const bookAt = (url) => Object.keys(BUILD.books).find((book) => key(book) === key(url));
const isList = (url) => Object.values(BUILD.saved).some((path) => key(path) === key(url));
const ours = async () => (await caches.keys()).filter((name) => name.startsWith(NAME));
const isCurrent = (name) =>
  name === SHELL || name === SEEN || Object.keys(BUILD.books).some((book) => shelf(book) === name);
const load = (path) => fetch(new URL(path, SITE), { cache: "no-cache" });

const kept = (body, type, more = {}) =>
  new Response(body, { headers: { "Content-Type": type, "X-Saved": new Date().toISOString(), ...more } });
const copyOf = async (response) => kept(await response.blob(), response.headers.get("Content-Type") || "");

self.addEventListener("install", (event) => {
  event.waitUntil((async () => {
    const shell = await caches.open(SHELL);
    const put = async (path) => {
      const response = await load(path);
      if (response.ok) await shell.put(key(path), await copyOf(response));
    };
    // Thiếu một tệp cũng vẫn lên thay, vì lên thay mới xóa được bản cũ.
    await Promise.allSettled([...BUILD.assets, ...Object.values(BUILD.saved)].map(put));
    await self.skipWaiting();
  })());
});

self.addEventListener("activate", (event) => {
  event.waitUntil((async () => {
    await purge();
    await self.clients.claim();
  })());
});

// Xóa mọi bản giữ của lần dựng khác; chỉ nhớ lại địa chỉ, để lấy bản mới từ mạng.
async function purge() {
  for (const name of await ours()) {
    if (isCurrent(name)) continue;
    const [kind, , book] = name.slice(NAME.length).split(" ");
    if (kind === "book" && BUILD.books[book]) await caches.open(shelf(book));
    if (kind === "seen") await remember(await caches.open(name));
    await caches.delete(name);
  }
}

async function remember(old) {
  const seen = await caches.open(SEEN);
  for (const { url, commune, at } of await list(old)) {
    if (await seen.match(url)) continue;
    await seen.put(url, kept("", "", { "X-Commune": commune, "X-Seen": at, "X-Pending": "1" }));
  }
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(SITE)) return;
  if (request.mode === "navigate") event.respondWith(page(event));
  else if (["style", "script", "font", "image"].includes(request.destination)) event.respondWith(part(request));
});

async function page(event) {
  const { url } = event.request;
  // Hỏi tận nơi, không qua bộ nhớ đệm của trình duyệt: đệm thì cũ mà không tự báo là cũ.
  const response = await fetch(event.request, { cache: "no-cache" }).catch(() => null);
  if (!response || response.status >= 500) return (await copy(url)) || response || elsewhere(url);
  learning = learn(url, response.clone());
  event.waitUntil(learning);
  return response;
}

// Tên tệp kiểu và mã đổi theo nội dung, nên bản giữ không bao giờ cũ.
async function part(request) {
  const shell = await caches.open(SHELL);
  const hit = await shell.match(key(request.url));
  return hit || fetch(request).catch(async () => (await find(request.url)) || Response.error());
}

async function find(url) {
  for (const name of (await ours()).filter(isCurrent)) {
    const hit = await (await caches.open(name)).match(key(url));
    if (hit && !hit.headers.has("X-Pending")) return hit;
  }
}

// Bản giữ của một trang, có ghi ngày giữ để trang tự báo.
async function copy(url) {
  const hit = await find(url);
  if (!hit || isList(url) || !isPage(hit)) return hit;
  const text = (await hit.text()).replace("<html ", `<html data-saved="${hit.headers.get("X-Saved")}" `);
  return new Response(text, { headers: { "Content-Type": "text/html; charset=utf-8" } });
}

const isPage = (response) => (response.headers.get("Content-Type") || "").startsWith("text/html");

// Trang chưa giữ: mở trang nói rõ đã giữ những gì.
async function elsewhere(url) {
  const path = url.slice(SITE.length);
  const folders = Object.keys(BUILD.saved).filter((folder) => path.startsWith(folder));
  const saved = BUILD.saved[folders.sort((a, b) => b.length - a.length)[0] ?? ""];
  if (saved && !isList(url) && (await find(saved))) {
    return Response.redirect(new URL(`${saved}?mo=${encodeURIComponent(path)}`, SITE));
  }
  return new Response(BUILD.sorry, { status: 503, headers: { "Content-Type": "text/plain; charset=utf-8" } });
}

let learning = Promise.resolve();

// Mạng vừa trả lời: giữ trang danh bạ, bỏ bản giữ của trang không còn.
async function learn(url, response, at = new Date().toISOString()) {
  if (response.status === 404 || response.status === 410) return forget(url);
  if (!response.ok || !isPage(response)) return;
  const text = await response.text();
  const commune = /^[^]{0,99}<html[^>]* data-commune="([^"]+)"/.exec(text)?.[1];
  const seen = await caches.open(SEEN);
  if (!commune) return seen.delete(key(url));
  const title = /<title>([^<]*)/.exec(text)?.[1].split(" | ")[0] ?? "";
  const more = { "X-Commune": key(new URL(commune, url)), "X-Seen": at, "X-Title": encodeURIComponent(title) };
  await seen.put(key(url), kept(text, "text/html; charset=utf-8", more));
  await trim(seen);
  // Đã có bản dựng mới lên thay trong lúc này: không để sót gì của bản cũ.
  if (!(await caches.has(SHELL))) await caches.delete(SEEN);
}

async function forget(url) {
  for (const name of await ours()) await (await caches.open(name)).delete(key(url));
}

// Những trang đang giữ, mới xem trước.
async function list(seen) {
  const pages = await Promise.all((await seen.keys()).map(async ({ url }) => {
    const { headers } = (await seen.match(url)) || new Response();
    return {
      url,
      commune: headers.get("X-Commune") || url,
      at: headers.get("X-Seen") || "",
      saved: headers.get("X-Saved"),
      title: decodeURIComponent(headers.get("X-Title") || ""),
      pending: headers.has("X-Pending"),
    };
  }));
  return pages.sort((a, b) => (a.at < b.at ? 1 : -1));
}

async function trim(seen) {
  const pages = await list(seen);
  const communes = new Set([...new Set(pages.map(({ commune }) => commune))].slice(0, COMMUNES));
  await Promise.all(pages.filter(({ commune }) => !communes.has(commune)).map(({ url }) => seen.delete(url)));
}

// Sổ tay. Trang mục lục cất sau cùng: có nó là cả cuốn đã đủ.
const busy = new Map();

async function state(book) {
  const { files } = BUILD.books[book];
  const total = files.length;
  if (busy.has(book)) return { book, state: "going", n: busy.get(book), total };
  if (!(await caches.has(shelf(book)))) return { book, state: "none", total };
  const cache = await caches.open(shelf(book));
  const whole = await cache.match(key(files.at(-1)));
  if (whole) return { book, state: "done", total, saved: whole.headers.get("X-Saved") };
  return { book, state: "part", n: (await cache.keys()).length, total };
}

const tell = async (news) => {
  for (const client of await self.clients.matchAll()) client.postMessage(news);
};

async function save(book) {
  if (busy.has(book)) return;
  busy.set(book, 0);
  let full = false;
  try {
    const { files } = BUILD.books[book];
    const cache = await caches.open(shelf(book));
    const one = async (path) => {
      if (!(await cache.match(key(path)))) {
        const response = await load(path);
        if (!response.ok) throw new Error(path);
        await cache.put(key(path), await copyOf(response));
      }
      busy.set(book, busy.get(book) + 1);
      await tell(await state(book));
    };
    const rest = files.slice(0, -1);
    const line = async () => {
      while (rest.length) await one(rest.shift());
    };
    // Chờ mọi hàng dừng hẳn rồi mới báo: hàng còn chạy mà đã báo dở dang thì bấm lưu tiếp sẽ vướng nó.
    const ended = await Promise.allSettled(Array.from({ length: AT_ONCE }, line));
    const failed = ended.find(({ status }) => status === "rejected");
    if (failed) throw failed.reason;
    await one(files.at(-1));
  } catch (error) {
    full = error.name === "QuotaExceededError";
    if (full) await caches.delete(shelf(book));
  }
  busy.delete(book);
  await tell({ ...(await state(book)), full });
}

// Lấy lại những gì dở dang hoặc vừa bị xóa vì có bản dựng mới.
let resuming = null;

async function resume() {
  for (const book of Object.keys(BUILD.books)) {
    if ((await state(book)).state === "part") await save(book);
  }
  const seen = await caches.open(SEEN);
  for (const { url, at, pending } of await list(seen)) {
    if (pending) await again(url, at);
  }
}

async function again(url, at) {
  const response = await load(`${url}.html`).catch(() => null);
  if (response) await learn(`${url}.html`, response, at);
}

const answers = {
  async hello({ url, roster }) {
    await learning;
    // Trang mở trước khi có mã này thì chưa qua đây.
    if (roster && !(await find(url))) await load(url).then((response) => learn(url, response), () => {});
    return { kept: Boolean(await find(url)) };
  },
  async book({ url }) {
    const book = bookAt(url);
    return book ? state(book) : null;
  },
  async drop({ url }) {
    const book = bookAt(url);
    if (book) await caches.delete(shelf(book));
    return book ? state(book) : null;
  },
  async all() {
    const books = [];
    for (const book of Object.keys(BUILD.books)) {
      const one = await state(book);
      if (one.state !== "none") books.push({ ...one, url: new URL(book, SITE).href, title: await titleOf(book) });
    }
    return { books, pages: (await list(await caches.open(SEEN))).filter(({ pending }) => !pending) };
  },
  async clear() {
    for (const name of await ours()) if (name !== SHELL) await caches.delete(name);
  },
};

async function titleOf(book) {
  const hit = await find(book);
  return (hit && /<title>([^<]*)/.exec(await hit.text())?.[1].split(" | ")[0]) || book;
}

self.addEventListener("message", (event) => {
  const { ask } = event.data;
  const [port] = event.ports;
  if (ask === "save") {
    const book = bookAt(event.data.url);
    if (book) event.waitUntil(save(book));
  }
  if (ask === "hello") {
    resuming ??= resume().finally(() => (resuming = null));
    event.waitUntil(resuming);
  }
  if (Object.hasOwn(answers, ask) && port) {
    event.waitUntil(answers[ask](event.data).then((answer) => port.postMessage(answer)));
  }
});
