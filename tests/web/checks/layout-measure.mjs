// Runs inside a page, so it is one function that holds all it needs; it returns what is wrong with the layout, in words.

/** @returns {string[]} */
export function measure() {
  const problems = [];
  const name = (element) => {
    const classes = [...element.classList].map((one) => `.${one}`).join("");
    return `<${element.localName}${element.id ? `#${element.id}` : ""}${classes}> "${(element.textContent ?? "").trim().replace(/\s+/g, " ").slice(0, 40)}"`;
  };
  const style = new Map();
  const styleOf = (element) => {
    if (!style.has(element)) style.set(element, getComputedStyle(element));
    return style.get(element);
  };
  const up = (element, test) => {
    for (let one = element; one; one = one.parentElement) if (test(one)) return one;
    return null;
  };
  /** Text for screen readers only: a clipped box of a pixel or two. */
  const unseen = (element) => up(element, (one) => styleOf(one).clipPath !== "none" && one.clientWidth <= 2) !== null;
  const visible = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && !unseen(element);
  const scrolls = (element) => up(element, (one) => /auto|scroll/.test(styleOf(one).overflowX) && one !== document.documentElement && one !== document.body);

  // The page itself.
  const wide = document.documentElement;
  if (wide.scrollWidth > wide.clientWidth) problems.push(`scrolls sideways: ${wide.scrollWidth} px of page in ${wide.clientWidth}`);

  // Every piece of text: where it stands, how large, how high its lines are.
  const pieces = [];
  const judged = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!node.data.trim() || ["SCRIPT", "STYLE", "NOSCRIPT", "TITLE", "DESC", "OPTION"].includes(parent.tagName.toUpperCase()) || !visible(parent)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      if (box.width < 1 || box.height < 1) continue;
      pieces.push({ node, parent, box, drawn: parent.closest("svg") });
      if (!scrolls(parent) && (box.left < -1 || box.right > wide.clientWidth + 1)) problems.push(`text leaves the screen: ${name(parent)}`);
    }
    if (!judged.has(parent)) {
      judged.add(parent);
      judgeText(parent);
    }
  }

  function judgeText(element) {
    const drawn = element.closest("svg");
    const size = parseFloat(styleOf(element).fontSize) * (drawn ? Math.abs(element.getScreenCTM?.()?.a ?? 1) : 1);
    // A drawing shrinks with the screen; its words stand beside it as text too.
    if (size < (drawn ? 12 : 15.99)) problems.push(`letters of ${size.toFixed(1)} px: ${name(element)}`);
    if (drawn) return;
    const line = styleOf(element).lineHeight;
    const ratio = parseFloat(line) / parseFloat(styleOf(element).fontSize);
    if (line === "normal" || ratio < 1.295) problems.push(`lines of ${line === "normal" ? line : `${ratio.toFixed(2)} em`}: ${name(element)}`);
  }

  // Text cut off by its own box or by one around it.
  for (const { parent, box } of pieces) {
    const cutter = up(parent, (one) => /hidden|clip/.test(styleOf(one).overflowX + styleOf(one).overflowY) && one !== document.documentElement && one !== document.body && one.localName !== "svg");
    if (!cutter || scrolls(parent)) continue;
    const edge = cutter.getBoundingClientRect();
    if (box.left < edge.left - 1 || box.right > edge.right + 1 || box.top < edge.top - 2 || box.bottom > edge.bottom + 2) problems.push(`text is cut off: ${name(parent)} by ${name(cutter)}`);
  }
  for (const field of document.querySelectorAll("input:not([type=hidden]),select,textarea")) {
    if (visible(field) && field.scrollHeight > field.clientHeight + 2) problems.push(`text is cut off in the field: ${name(field)}`);
  }

  // Pieces of text over each other, by a sweep from top to bottom. Fixed and sticky parts lie above on purpose.
  const lies = (element) => up(element, (one) => /fixed|sticky/.test(styleOf(one).position)) !== null;
  const sorted = pieces.filter((piece) => !scrolls(piece.parent) && !lies(piece.parent)).sort((a, b) => a.box.top - b.box.top);
  for (let first = 0; first < sorted.length; first++) {
    const a = sorted[first];
    for (let second = first + 1; second < sorted.length && sorted[second].box.top < a.box.bottom - 3; second++) {
      const b = sorted[second];
      const across = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
      const down = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
      if (a.node !== b.node && across > 2 && down > 3) problems.push(`text over text: ${name(a.parent)} and ${name(b.parent)}`);
    }
  }

  // Targets of 24 px (WCAG 2.5.8), with its exceptions for what stands in a sentence and for what has room around it.
  const targets = [...document.querySelectorAll("a[href],button,input:not([type=hidden]),select,textarea,summary,[role=button],[tabindex='0']")]
    .filter((element) => visible(element) && !element.disabled)
    .map((element) => ({ element, box: element.getBoundingClientRect() }))
    .filter(({ box }) => box.width > 0 && box.height > 0);
  const sentence = ({ element }) => {
    if (styleOf(element).display !== "inline") return false;
    const block = up(element.parentElement, (one) => styleOf(one).display !== "inline");
    return (block?.textContent ?? "").replace(/\s+/g, "").length > element.textContent.replace(/\s+/g, "").length;
  };
  const small = ({ box }) => box.width < 23.99 || box.height < 23.99;
  const distance = (x, y, box) => Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));
  for (const target of targets.filter((one) => small(one) && !sentence(one))) {
    const x = (target.box.left + target.box.right) / 2;
    const y = (target.box.top + target.box.bottom) / 2;
    const near = targets.find((other) => {
      if (other === target || other.element.contains(target.element) || target.element.contains(other.element)) return false;
      if (!small(other)) return distance(x, y, other.box) < 12;
      return Math.hypot(x - (other.box.left + other.box.right) / 2, y - (other.box.top + other.box.bottom) / 2) < 24 || distance(x, y, other.box) < 12;
    });
    if (near) problems.push(`a target of ${target.box.width.toFixed(0)} × ${target.box.height.toFixed(0)} px too near another: ${name(target.element)} and ${name(near.element)}`);
  }
  return [...new Set(problems)];
}
