// Owns the site under test as files: which pages there are, what each says, links and names. Starts no browser.
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { join, posix, relative, resolve, sep } from "node:path";
import { Parser } from "htmlparser2";
import { KINDS } from "./kinds.mjs";

/** Opens a folder of files made by `binhyen build`. */
export function openSite(folder, kinds = KINDS) {
  const root = resolve(folder);
  if (!existsSync(join(root, "index.html"))) {
    throw new Error(`${root} holds no index.html: build the site first (cargo run -- build)`);
  }
  const files = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath ?? entry.path, entry.name)).split(sep).join("/"))
    .sort();
  const parsed = new Map();
  const site = {
    root,
    files: new Set(files),
    pages: files.filter((file) => file.endsWith(".html")),
    kinds: kinds.filter((kind) => kind.when !== "made" || files.includes(plain(kind.path))),
    read: (file) => readFileSync(join(root, file)),
    size: (file) => statSync(join(root, file)).size,
    /** What a page holds, read once. */
    page(file) {
      if (!parsed.has(file)) parsed.set(file, parse(readFileSync(join(root, file), "utf8")));
      return parsed.get(file);
    },
  };
  site.publicBase = baseOf(site.page("index.html").canonical);
  return site;
}

/** A path without its query and fragment. */
export const plain = (path) => path.split(/[?#]/)[0];

/** The kind of that name, if the site has it. */
export const kindOf = (site, name) => site.kinds.find((kind) => kind.name === name);

const ADDRESSES = {
  a: ["href"], area: ["href"], link: ["href"], script: ["src"], img: ["src", "srcset"], source: ["src", "srcset"],
  form: ["action"], button: ["formaction"], video: ["src", "poster"], audio: ["src"], track: ["src"], iframe: ["src"],
  object: ["data"], embed: ["src"], use: ["href", "xlink:href"], image: ["href", "xlink:href"],
  blockquote: ["cite"], q: ["cite"], ins: ["cite"], del: ["cite"],
};
const IMAGES = new Set(["og:image", "og:url", "twitter:image"]);

/** Ids, addresses (with the tag they stand in) and a few facts of one page. */
export function parse(html) {
  const page = { ids: new Set(), doubled: [], links: [], canonical: "", refresh: "", apart: false, lang: "", inline: [] };
  const note = (tag, attribute, address, rel = "") => page.links.push({ tag, attribute, address, rel });
  const parser = new Parser(
    {
      onopentag(tag, at) {
        if (tag === "html") page.lang = at.lang ?? "";
        for (const id of [at.id, tag === "a" ? at.name : undefined]) {
          if (id === undefined) continue;
          if (page.ids.has(id)) page.doubled.push(id);
          page.ids.add(id);
        }
        for (const attribute of ADDRESSES[tag] ?? []) {
          if (at[attribute] === undefined) continue;
          const all = attribute === "srcset" ? at[attribute].split(",").map((one) => one.trim().split(/\s+/)[0]) : [at[attribute]];
          for (const address of all) note(tag, attribute, address.trim(), at.rel ?? "");
        }
        if (tag === "meta" && at.name === "robots" && /noindex/.test(at.content ?? "")) page.apart = true;
        if (tag === "link" && at.rel === "canonical") page.canonical = at.href ?? "";
        if (tag === "meta" && IMAGES.has(at.property ?? at.name)) note("meta", at.property ?? at.name, at.content ?? "");
        if (tag === "meta" && (at["http-equiv"] ?? "").toLowerCase() === "refresh") {
          page.apart = true;
          page.refresh = /url=(.*)$/i.exec(at.content ?? "")?.[1]?.trim() ?? "";
          note("meta", "refresh", page.refresh);
        }
        if (at.style !== undefined) page.inline.push(`<${tag} style>`);
        for (const name of Object.keys(at)) if (name.startsWith("on")) page.inline.push(`<${tag} ${name}>`);
        if (tag === "style") page.inline.push("<style>");
        if (tag === "script" && at.src === undefined && at.type !== "application/ld+json") page.inline.push("<script>");
      },
    },
    { lowerCaseAttributeNames: true },
  );
  parser.write(html);
  parser.end();
  return page;
}

/**
 * Where an address found on `page` leads: `{ file, fragment }` inside the site, or `null` when it leads elsewhere.
 * The site's own public address counts as inside.
 */
export function inside(site, page, address) {
  let rest = address;
  if (site.publicBase && rest.startsWith(site.publicBase)) {
    rest = "/" + rest.slice(site.publicBase.length);
  } else if (/^[a-z][a-z0-9+.-]*:/i.test(rest) || rest.startsWith("//")) {
    return null;
  }
  const [beforeFragment, fragment = ""] = split(rest, "#");
  const [path] = split(beforeFragment, "?");
  const decoded = decode(path);
  if (decoded === "") return { file: page, fragment: decode(fragment) };
  const from = decoded.startsWith("/") ? "" : posix.dirname(page);
  let file = posix.normalize(posix.join(from, decoded.replace(/^\/+/, "")));
  if (file === "." || file.endsWith("/")) file = posix.join(file, "index.html");
  return { file, fragment: decode(fragment) };
}

const split = (text, at) => {
  const index = text.indexOf(at);
  return index < 0 ? [text] : [text.slice(0, index), text.slice(index + 1)];
};

function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** `https://host/base/` of a canonical address that ends in `index.html`. */
const baseOf = (canonical) => (canonical.endsWith("index.html") ? canonical.slice(0, -"index.html".length) : "");
