// Kết quả trên trang tim.html: một trang thường, có đề mục, liên kết và nút gọi. Chỉ trang ấy tải tệp này.
"use strict";
(() => {
  const finder = globalThis.Finder;
  const place = document.getElementById("ket-qua");
  const text = new URLSearchParams(location.search).get("q")?.trim();
  if (!finder?.shown || !place || !text) return;
  const { forms, listeners, failed, say, el, fill, count, summary, grouped, offered, hitRow, urgentRow, firstNumber, page, isWaiting, isEmpty, ask } = finder.shown;
  const status = el("p", { role: "status" });
  const body = el("div", {});
  const title = fill(say.title, { text });
  for (const form of forms) form.querySelector("input").value = text;
  document.title = `${title} | ${document.title.split(" | ").pop()}`;
  document.querySelector("h1").textContent = title;
  document.querySelector(".lead").replaceChildren(status);
  place.append(body);

  const link = (kind, href, attributes, ...children) => el("a", { class: kind === "dial" ? "btn dial" : kind, href, ...attributes }, ...children);
  const list = (rows) => el("ul", { class: "hits" }, ...rows.map((row) => el("li", {}, row)));
  const retry = () => {
    failed.forEach(finder.forget);
    failed.clear();
    draw();
  };
  const draw = () => {
    const answer = ask(text, true);
    status.textContent = summary(answer, text) || count(answer.hits.length);
    const rows = [];
    if (failed.size) {
      const again = el("button", { class: "btn", type: "button" }, say.retry);
      again.addEventListener("click", retry);
      rows.push(again);
    }
    if (answer.urgent.length) rows.push(urgentRow(answer.urgent, link));
    for (const [label, hits] of grouped([...answer.hits.slice(0, 60), ...offered(answer)])) rows.push(el("h2", {}, label), list(hits.map((hit) => hitRow(hit, text, link))));
    if (answer.near.length) rows.push(el("p", {}, say.near), list(answer.near.map((text) => link("go", page(text), {}, text))));
    if (isEmpty(answer) && !isWaiting(answer)) rows.push(el("p", { class: "acts" }, link("btn quiet", "#a-z", {}, say.letters)), urgentRow(firstNumber(), link));
    body.replaceChildren(...rows);
  };
  listeners.add(draw);
  draw();
})();
