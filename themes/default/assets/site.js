// Trang đọc được cả khi không có tệp này: nó chỉ thêm phím tắt.
"use strict";
(() => {
  const field = document.querySelector("input[type=search]");
  if (!field) return;
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input,textarea,select,[contenteditable]");
    if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    field.focus();
  });
})();
