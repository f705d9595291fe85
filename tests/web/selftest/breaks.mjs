// What each check must find: a way to break the tiny site, and the words of the finding.
// `alone`: in a site of its own, since it is about the whole of a site. `at`: where the finding must stand.
// `in` is the file that is changed; `put` stands before the end of <main>, or at the end of any other file.
import { randomBytes } from "node:crypto";

/** Words no packing makes shorter. */
const noise = (bytes) => randomBytes(bytes).toString("base64");

/** The least that is a PDF: one empty page. */
const BARE = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>endobj
trailer<</Root 1 0 R>>
`;

const HOME = "index.html";
const COMMUNE = "danh-ba/huyen/xa.html";
const STYLE = "site.css";
const SCRIPT = "site.js";

export const BREAKS = {
  links: [
    { name: "a dead link", alone: true, in: HOME, put: '<a href="khong-co.html">x</a>', finds: /no such file/ },
    { name: "a dead anchor", alone: true, in: HOME, put: '<a href="danh-ba/huyen.html#khong-co">x</a>', finds: /no such anchor/ },
    { name: "a dead anchor on the same page", alone: true, in: HOME, put: '<a href="#khong-co">x</a>', finds: /no such anchor/ },
    { name: "a link that leads nowhere", alone: true, in: HOME, put: '<a href="#">x</a>', finds: /leads nowhere/ },
    { name: "a link to code", alone: true, in: HOME, put: '<a href="javascript:void(0)">x</a>', finds: /no such kind of address/ },
    { name: "a dead link by the public address", alone: true, in: HOME, put: '<a href="https://binhyen.example/khong-co.html">x</a>', finds: /no such file/ },
    { name: "a picture from outside", alone: true, in: HOME, put: '<img src="https://khac.example/x.png" alt="">', finds: /loads from outside/ },
    { name: "a dead picture for wide screens", alone: true, in: HOME, put: '<img src="icon.svg" srcset="icon.svg 1x, khong-co.svg 2x" alt="">', finds: /srcset.*no such file/ },
    { name: "an id twice", alone: true, in: HOME, put: '<p id="doan">x</p>', finds: /stands twice/ },
    { name: "a style inside a tag", alone: true, in: HOME, put: '<p style="color:red">x</p>', finds: /nothing inline/ },
    { name: "a script in the page", alone: true, in: HOME, put: "<script>1</script>", finds: /nothing inline/ },
    { name: "a dead picture in a style sheet", alone: true, in: STYLE, put: "body{background:url(khong-co.png)}", finds: /khong-co.png: no such file/ },
    { name: "a dead page in the site map", alone: true, in: "sitemap.xml", put: "<loc>https://binhyen.example/khong-co.html</loc>", finds: /no such file/ },
    { name: "a page nobody links to", alone: true, in: "mo-coi.html", put: "<!doctype html><html lang=vi><title>x</title><p>x", finds: /no way of links/ },
  ],
  validator: [
    { name: "a nesting that is not allowed", in: HOME, put: "<ul><div>x</div></ul>", finds: /Element “div” not allowed/ },
    { name: "a section without a heading", in: HOME, put: "<section><p>x</p></section>", finds: /Section lacks heading/ },
    { name: "a script in the page", in: HOME, put: "<script>1</script>", finds: /Inline script violates/ },
    { name: "a property that does not exist", in: STYLE, put: "body{colour:red}", finds: /colour/ },
    { name: "a drawing that is no SVG", in: "icon.svg", put: "<khac/>", finds: /must be well-formed|not allowed|fatal/i },
  ],
  books: [
    { name: "a book that is none", alone: true, in: HOME, put: '<a href="sach.epub">x</a>', also: { "sach.epub": randomBytes(2000) }, finds: /PKG-\d+/ },
  ],
  paper: [
    { name: "a paper that is none", alone: true, in: HOME, put: '<a href="to.pdf">x</a>', also: { "to.pdf": randomBytes(2000) }, finds: /no PDF that can be opened/ },
    { name: "a bare paper without title, tags and words", alone: true, in: HOME, put: '<a href="to.pdf">x</a>', also: { "to.pdf": BARE }, finds: [/no title/, /no tags/, /no text/] },
  ],
  budget: [
    { name: "a commune page that is too heavy", alone: true, in: COMMUNE, put: `<p>${noise(15_000)}</p>`, finds: /HTML and CSS take/ },
    { name: "a first visit that is too dear", alone: true, in: COMMUNE, put: '<img src="../../to.bin" alt="">', also: { "to.bin": randomBytes(40_000) }, finds: /a first visit takes/ },
    { name: "a request to the outside", in: SCRIPT, put: 'document.body.append(Object.assign(new Image(), { src: "https://khac.example/x.png" }))', policy: "img-src *", finds: /asks the outside/ },
    { name: "a font", in: STYLE, put: "@font-face{font-family:x;src:url(x.woff2)}", finds: /loads a font/ },
    { name: "a cookie", in: SCRIPT, put: 'document.cookie = "a=b"', finds: /sets a cookie/ },
    { name: "an error of a script", in: SCRIPT, put: "khongCo()", finds: /khongCo is not defined/ },
    { name: "a style the policy blocks", in: HOME, put: '<p style="color:red">x</p>', finds: /complains.*inline style/ },
  ],
  layout: [
    { name: "a block that is too wide", in: STYLE, put: "#doan{min-width:330px}", finds: /scrolls sideways/ },
    { name: "a block that is too wide for large text only", in: STYLE, put: "#doan{min-width:16rem}@media (min-width:600px){#doan{min-width:22rem}}", finds: /scrolls sideways/, at: /text at 200 %/ },
    { name: "small letters", in: STYLE, put: "#doan{font-size:.9rem}", finds: /letters of 14.4 px/ },
    { name: "lines too near", in: STYLE, put: "#doan{line-height:1.2}", finds: /lines of 1.20 em/ },
    { name: "text cut off", in: STYLE, put: "#doan{height:1.6rem;overflow:hidden}", finds: /text is cut off/ },
    { name: "text over text", in: STYLE, put: "#doan{margin-top:-3rem}", finds: /text over text/ },
    { name: "targets of 20 px side by side", in: HOME, put: '<p class="nho"><a href="#doan">1</a><a href="#doan">2</a></p>', style: ".nho a{display:inline-block;width:20px;height:20px;line-height:1.3}", finds: /a target of 20 × 20 px/ },
  ],
  scriptless: [
    { name: "a button that needs a script", in: HOME, put: "<button type=button>Chia sẻ</button>", finds: /a button that does nothing/ },
    { name: "a form without an address", in: HOME, put: "<form><button>Tìm</button></form>", finds: /a button that does nothing/ },
    { name: "text only a script shows", in: SCRIPT, put: 'document.querySelector("main").append("Chỉ-có-mã-mới-hiện")', finds: /text that only a script shows.*Chỉ-có/ },
    { name: "a section only a script shows, with a button in it", in: HOME, put: '<section hidden id="muc"><h2>Mục</h2><p>Giấu-kín</p><p><button type="button">In</button></p></section>', also: { [SCRIPT]: 'document.documentElement.dataset.ran = "yes"; document.getElementById("muc").hidden = false;' }, finds: /text that only a script shows.*Giấu-kín/ },
    { name: "a link only a script shows", in: SCRIPT, put: 'document.querySelector("main").insertAdjacentHTML("beforeend", "<a href=\\"?an\\">mình</a>")', finds: /a link that only a script shows: \?an/ },
    { name: "a heading only a script shows", in: STYLE, put: "html:not([data-ran]) h1{display:none}", finds: /0 visible h1/ },
    { name: "a village too far from the A–Z", alone: true, in: "tim.html", put: '<!doctype html><html lang=vi><title>x</title><a href="danh-ba/huyen.html">x</a>', finds: /more than two steps/ },
  ],
  axe: [
    { name: "pale text in the light", in: STYLE, put: "#doan{color:#777}", finds: /color-contrast/ },
    { name: "pale text in the dark only", in: STYLE, put: "@media (prefers-color-scheme:dark){#doan{color:#555}}", finds: /color-contrast/, at: /dark/ },
    { name: "text of 5:1, enough for AA and not for us", in: STYLE, put: "#doan{color:#6b6b6b}", finds: /color-contrast-enhanced/, at: /light/ },
    { name: "a picture without words", in: HOME, put: '<img src="icon.svg" width="40" height="40">', finds: /image-alt/ },
    { name: "a field without a label", in: HOME, put: '<form action="index.html"><input name="q"></form>', finds: /label/ },
    { name: "targets of 20 px on a phone only", in: HOME, put: '<p class="nho"><a href="#doan">1</a><a href="#noi-dung">2</a></p>', style: "@media (max-width:400px){.nho a{display:inline-block;width:20px;height:20px}}", finds: /target-size/, at: /360/ },
    { name: "two landmarks of one name", in: HOME, put: "<nav><a href=\"#doan\">1</a></nav><nav><a href=\"#doan\">2</a></nav>", finds: /landmark-unique/ },
  ],
  files: [
    { name: "a style sheet by an address of a server", in: HOME, replace: ['href="site.css"', 'href="/site.css"'], finds: /margin of a bare page|no style from/ },
    { name: "a script the policy blocks", alone: true, in: HOME, replace: ["script-src 'self'", "script-src 'none'"], finds: /the script did not run/ },
    { name: "a script that works on a server only", in: SCRIPT, put: 'fetch("index.html")', finds: /complains/ },
    { name: "an old address that does not lead on", alone: true, in: "cu.html", put: '<!doctype html><html lang="vi"><meta http-equiv="refresh" content="600;url=index.html"><title>x</title>', finds: /does not lead on to index.html/ },
    { name: "no way to a village", alone: true, in: COMMUNE, replace: ["xa/thon.html", "../huyen.html"], finds: /no link to danh-ba\/huyen\/xa\/thon.html/ },
  ],
  firefox: [
    { name: "a style sheet by an address of a server", in: HOME, replace: ['href="site.css"', 'href="/site.css"'], finds: /differs between http and file/ },
  ],
  lighthouse: [
    // Both on one page: every run takes ten seconds.
    { name: "a slow page without a description", in: HOME, replace: [/<meta name="description"[^>]*>/, ""], also: { [SCRIPT]: "const end = Date.now() + 2500; while (Date.now() < end);\n" }, finds: [/seo \d+, 100 at least: .*meta description/, /performance \d+, 98 at least/] },
  ],
};
