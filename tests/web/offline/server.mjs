// A host for the tests of reading without a network: a folder below a path, that can go down, fail and be published anew.
import { createServer } from "node:http";
import { readFileSync, statSync } from "node:fs";
import { extname, join, normalize, sep } from "node:path";

const TYPES = {
  ".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml", ".png": "image/png", ".xml": "application/xml; charset=utf-8",
};

/** Serves `folder` below `/thu/` on a free port. */
export async function host(folder) {
  const changed = new Map();
  const site = { mode: "up", delay: 0, asked: [], refuse: () => false };
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://local").pathname).replace(/^\/thu\//, "");
    site.asked.push(path);
    if (site.delay) await new Promise((done) => setTimeout(done, site.delay));
    if (site.mode === "down" || site.refuse(path)) return request.socket.destroy();
    const bytes = site.mode === "failing" ? undefined : changed.has(path) ? changed.get(path) : bytesOf(folder, path);
    const status = site.mode === "failing" ? 503 : bytes ? 200 : 404;
    const type = status === 200 ? (TYPES[extname(path)] ?? "application/octet-stream") : TYPES[".html"];
    response.writeHead(status, { "content-type": type, "cache-control": "max-age=600" });
    response.end(bytes ?? `<!doctype html><html lang="vi"><title>${status}</title>`);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return Object.assign(site, {
    base: `http://127.0.0.1:${server.address().port}/thu/`,
    read: (path) => (changed.get(path) ?? bytesOf(folder, path)).toString("utf8"),
    /** Publishes another text at a path; `null` removes it. */
    put: (path, text) => changed.set(path, text === null ? undefined : Buffer.from(text)),
    close: () => new Promise((done) => { server.closeAllConnections(); server.close(done); }),
  });
}

function bytesOf(folder, path) {
  const file = normalize(join(folder, path));
  if (!file.startsWith(folder + sep)) return undefined;
  return statSync(file, { throwIfNoEntry: false })?.isFile() ? readFileSync(file) : undefined;
}
