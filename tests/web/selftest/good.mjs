// A tiny site in which no check finds anything: what the self-test breaks, one thing at a time.
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

export const KINDS = [
  { name: "home", path: "index.html" },
  { name: "commune", path: "danh-ba/huyen/xa.html" },
  { name: "village", path: "danh-ba/huyen/xa/thon.html" },
  { name: "not-found", path: "404.html" },
];

const BASE = "https://binhyen.example/";
const POLICY = "default-src 'none';script-src 'self';style-src 'self';img-src 'self' data:;connect-src 'self';base-uri 'none'";

function page(path, title, body, top = "../".repeat(path.split("/").length - 1)) {
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<title>${title}</title>
<meta name="description" content="${title}: trang nhỏ để thử các phép kiểm tra.">
<link rel="canonical" href="${BASE}${path}">
<meta property="og:url" content="${BASE}${path}">
<link rel="icon" href="${top}icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${top}site.css">
<script src="${top}site.js" defer></script>
</head>
<body>
<main>
<h1 id="noi-dung">${title}</h1>
<p id="doan">Một đoạn văn đủ dài để trang không trống: ai giữ bình yên ở thôn, xã mình và cách gọi họ khi cần, ngày cũng như đêm, mùa mưa cũng như mùa nắng.</p>
${body}
</main>
</body>
</html>
`;
}

const list = (...links) => `<ul class="list">${links.map(([href, text]) => `<li><a href="${href}">${text}</a></li>`).join("")}</ul>`;

export const FILES = {
  "index.html": page("index.html", "Trang đầu", list(["danh-ba/huyen.html", "Huyện thử"], ["#noi-dung", "Lên đầu trang"])),
  "danh-ba/huyen.html": page("danh-ba/huyen.html", "Huyện thử", list(["huyen/xa.html", "Xã thử"], ["../index.html", "Trang đầu"])),
  "danh-ba/huyen/xa.html": page("danh-ba/huyen/xa.html", "Xã thử", list(["xa/thon.html", "Thôn thử"], ["../huyen.html#noi-dung", "Huyện thử"])),
  "danh-ba/huyen/xa/thon.html": page("danh-ba/huyen/xa/thon.html", "Thôn thử", list(["tel:0900000123", "Gọi 0900 000 123"], ["../xa.html", "Xã thử"])),
  "404.html": page("404.html", "Không có trang này", list([`${BASE}index.html`, "Trang đầu"]), BASE),
  "site.css": `:root{color-scheme:light dark;--bg:#fff;--ink:#11211c;--link:#045848;--line:#c2d1ca}
@media (prefers-color-scheme:dark){:root{--bg:#0e1714;--ink:#e9f1ed;--link:#8ad8bf;--line:#31443d}}
body{margin:0;padding:1rem;background:var(--bg);color:var(--ink);font:400 1.0625rem/1.65 Arial,sans-serif;overflow-wrap:break-word}
h1{font-size:2rem;line-height:1.3}
a{color:var(--link)}
.list{padding:0;list-style:none;border-top:8rem solid var(--line)}
.list a{display:block;padding:.5rem 0}
`,
  "site.js": `document.documentElement.dataset.ran = "yes";\n`,
  "icon.svg": `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><circle cx="4" cy="4" r="4" fill="#045848"/></svg>\n`,
  "robots.txt": `User-agent: *\nDisallow: /\n\nSitemap: ${BASE}sitemap.xml\n`,
  "sitemap.xml": `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>${BASE}index.html</loc></url></urlset>\n`,
};

/** Writes files by name into a folder of their own. */
export function write(files) {
  const root = mkdtempSync(join(tmpdir(), "binhyen-selftest-"));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  return root;
}
