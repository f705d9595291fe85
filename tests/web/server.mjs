// Owns the static server of the tests: what any plain host does (types, gzip, 404.html) and nothing more.
import { createServer } from "node:http";
import { readFileSync, statSync } from "node:fs";
import { extname, join, normalize, sep } from "node:path";
import { gzipSync } from "node:zlib";

const TYPES = {
  ".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
  ".json": "application/json", ".svg": "image/svg+xml", ".png": "image/png", ".xml": "application/xml; charset=utf-8",
  ".txt": "text/plain; charset=utf-8", ".vcf": "text/vcard; charset=utf-8", ".ics": "text/calendar; charset=utf-8",
  ".csv": "text/csv; charset=utf-8", ".pdf": "application/pdf", ".webmanifest": "application/manifest+json",
  ".epub": "application/epub+zip", ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};
const PACKED = new Set([".html", ".css", ".js", ".json", ".svg", ".xml", ".txt", ".vcf", ".ics", ".csv", ".webmanifest"]);

/** Level 6 is what hosts use; a higher one would flatter the site. */
export const packed = (bytes) => gzipSync(bytes, { level: 6 });

/**
 * Serves `root` on a free port of 127.0.0.1. `log` collects what was sent since it was last emptied.
 * `instead` holds texts to send for some paths in place of the file.
 */
export async function serve(root, instead = {}) {
  const log = [];
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://local").pathname);
    const { status, bytes: found, type } = answer(root, path);
    const bytes = instead[path] === undefined ? found : Buffer.from(instead[path]);
    const headers = { "content-type": type, "cache-control": "max-age=600" };
    const zip = PACKED.has(extname(path === "/" ? ".html" : path) || ".html") && /\bgzip\b/.test(request.headers["accept-encoding"] ?? "");
    const body = zip ? packed(bytes) : bytes;
    if (zip) Object.assign(headers, { "content-encoding": "gzip", vary: "accept-encoding" });
    response.writeHead(status, { ...headers, "content-length": body.length });
    response.end(request.method === "HEAD" ? undefined : body);
    log.push({ path, status, bytes: body.length });
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return {
    base: `http://127.0.0.1:${server.address().port}/`,
    log,
    close: () => new Promise((done) => { server.closeAllConnections(); server.close(done); }),
  };
}

/** What the server would send for a path. */
export function answer(root, path) {
  const wanted = normalize(join(root, path.endsWith("/") ? `${path}index.html` : path));
  const found = wanted.startsWith(root + sep) ? bytesOf(wanted) : undefined;
  if (found) return { status: 200, bytes: found, type: TYPES[extname(wanted)] ?? "application/octet-stream" };
  return { status: 404, bytes: bytesOf(join(root, "404.html")) ?? Buffer.from("404"), type: TYPES[".html"] };
}

function bytesOf(file) {
  return statSync(file, { throwIfNoEntry: false })?.isFile() ? readFileSync(file) : undefined;
}
