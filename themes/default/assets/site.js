// Trang đọc được cả khi không có tệp này: nó chỉ thêm phím tắt, và gọi phần tìm kiếm khi có người cần.
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
