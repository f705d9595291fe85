// The Nu validator finds neither error nor warning in any page, style sheet or drawing.
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import vnu from "vnu-jar";

export const about = "Nu validator: every page, style sheet and drawing";

const ALLOWED = JSON.parse(readFileSync(new URL("../validator-allowed.json", import.meta.url), "utf8"));

export async function check(site, { server }) {
  const files = [...site.files];
  // Pages over http, since the validator takes 'self' in a policy for nothing in a file;
  // drawings as files, since it reads every answer of a server as a page.
  const web = await validate(files.filter((file) => /\.(html|css)$/.test(file)).map((file) => server.base + encodeURI(file)));
  const drawn = await validate(files.filter((file) => file.endsWith(".svg")).map((file) => join(site.root, file)));
  const needed = new Set();
  const findings = [];
  for (const message of [...web, ...drawn]) {
    const file = fileOf(site, server, message.url ?? "");
    const allowed = ALLOWED.find((entry) => allows(entry, file, message));
    if (allowed) needed.add(allowed);
    else findings.push({ where: `${file}:${message.lastLine ?? 0}`, what: `${message.subType ?? message.type}: ${message.message}` });
  }
  for (const entry of ALLOWED) if (!needed.has(entry)) console.log(`   not needed in validator-allowed.json: ${entry.message}`);
  return findings;
}

/** An entry allows its message (`*` stands for anything), where the source holds `source`, in files whose name ends so. */
function allows(entry, file, message) {
  const pattern = entry.message.split("*").map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join(".*");
  return new RegExp(`^${pattern}$`).test(message.message) && (message.extract ?? "").includes(entry.source) && file.endsWith(entry.file);
}

function fileOf(site, server, url) {
  if (url.startsWith("file:")) return relative(site.root, fileURLToPath(url)).split(sep).join("/");
  return decodeURIComponent(url.startsWith(server.base) ? url.slice(server.base.length) : url);
}

/** One run of the validator. It writes its messages to the error stream. */
function validate(addresses) {
  const given = [
    "-Xss4m", "-Dnu.validator.servlet.allow-forbidden-hosts=true", "-jar", vnu,
    "--also-check-css", "--also-check-svg", "--format", "json", "--exit-zero-always", ...addresses,
  ];
  if (addresses.length === 0) return Promise.resolve([]);
  return new Promise((done, failed) => {
    execFile("java", given, { maxBuffer: 1 << 28, timeout: 300_000 }, (error, stdout, stderr) => {
      if (error) return failed(new Error(`the validator could not run: ${error.message.slice(0, 400)}`));
      try {
        return done(JSON.parse(stderr || stdout).messages.filter(matters));
      } catch {
        return failed(new Error(`the validator answered nothing readable: ${stderr.slice(0, 400)}`));
      }
    });
  });
}

/** Errors, warnings, and files that could not be read at all; remarks are no finding. */
const matters = (message) => message.type !== "info" || message.subType === "warning";

