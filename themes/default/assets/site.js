// Trang đọc được cả khi không có tệp này: nó thêm phím tắt, nút In và Chia sẻ, và gọi phần tìm kiếm khi có người cần.
"use strict";
(() => {
  const field = document.querySelector(".find input");
  if (!field) return;
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input,textarea,select,[contenteditable]");
    if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    field.focus();
  });
  // Phần tìm kiếm chỉ tải khi chạm vào ô tìm, hoặc khi trang mở ra để xem kết quả.
  let isCalled = false;
  const call = ({ target }) => {
    const form = target.closest?.("form[data-finder]");
    if (!form || isCalled) return;
    isCalled = true;
    for (const path of form.dataset.parts.split(" ")) {
      const made = document.createElement(path.endsWith(".css") ? "link" : "script");
      if (made.rel === "") [made.rel, made.href] = ["stylesheet", form.dataset.finder + path];
      else [made.async, made.src] = [false, form.dataset.finder + path];
      document.head.append(made);
    }
  };
  document.addEventListener("focusin", call);
  if (document.getElementById("ket-qua") && /[?&]q=[^&]/.test(location.search)) call({ target: field });
})();
// Mục lục dài: cuộn tới chỗ đang đọc, chỉ trong khung của nó.
(() => {
  const here = document.querySelector(".side [aria-current]");
  const side = here && here.closest(".side");
  if (side) side.scrollTop = here.offsetTop - side.offsetTop - side.clientHeight / 2;
})();
// Khi in, mọi phần gấp lại đều mở ra, rồi trở về như cũ.
(() => {
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("details:not([open])")];
    opened.forEach((part) => (part.open = true));
  });
  addEventListener("afterprint", () => opened.forEach((part) => (part.open = false)));
})();
// In và Chia sẻ. Trình duyệt không có bảng chia sẻ (trong ứng dụng khác, tệp trên máy) thì hiện địa chỉ để chép.
(() => {
  const keep = document.querySelector(".keep");
  if (!keep) return;
  const [print, share, box] = [".print", ".share", ".address"].map((part) => keep.querySelector(part));
  const [address, copy, told] = ["input", "button", "[role=status]"].map((part) => box.querySelector(part));
  keep.hidden = print.hidden = share.hidden = false;
  print.addEventListener("click", () => window.print());
  const open = (shown) => {
    box.hidden = !shown;
    told.textContent = "";
    share.setAttribute("aria-expanded", String(shown));
    if (!shown) return;
    address.focus();
    address.select();
  };
  if (navigator.share) share.removeAttribute("aria-expanded");
  share.addEventListener("click", async () => {
    if (!navigator.share) return open(box.hidden);
    try {
      await navigator.share({ title: document.title, url: address.value });
    } catch (error) {
      // Người dùng đóng bảng chia sẻ thì thôi; máy từ chối thì còn cách chép.
      if (error.name !== "AbortError") open(true);
    }
  });
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    open(false);
    share.focus();
  });
  copy.addEventListener("click", async () => {
    address.select();
    let done = false;
    try {
      await navigator.clipboard.writeText(address.value);
      done = true;
    } catch {
      done = document.execCommand("copy");
    }
    told.textContent = done ? told.dataset.done : told.dataset.hand;
    if (!done) address.focus();
  });
})();
