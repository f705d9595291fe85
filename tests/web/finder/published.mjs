// Một trang đã dựng, đọc như trình duyệt đọc: tệp lệnh nào được gọi thì chạy tệp ấy, và cân từng tệp.
// A published site, read as a browser reads it: each script is run when it is asked for, and weighed.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import vm from "node:vm";
import { gzipSync } from "node:zlib";

export const weight = (file) => gzipSync(readFileSync(file), { level: 9 }).length;

// The scripts of the finder, by name: they stand in assets/ under hashed names.
export const asset = (folder, name) => {
  const [stem, extension] = [name.slice(0, name.lastIndexOf(".")), name.slice(name.lastIndexOf("."))];
  const found = readdirSync(join(folder, "assets")).find((file) => file.startsWith(`${stem}.`) && file.endsWith(extension));
  if (!found) throw new Error(`${folder}/assets has no ${name}`);
  return join(folder, "assets", found);
};

export class Published {
  constructor(folder, lang = "vi") {
    this.folder = folder;
    this.lang = lang;
    this.forget();
  }

  // A browser that has loaded nothing yet.
  forget() {
    this.loaded = new Map();
    this.context = vm.createContext({});
    this.run(asset(this.folder, "finder.js"));
    this.run(join(this.folder, "tim", `${this.lang}.js`));
    this.finder = this.context.Finder;
  }

  run(file) {
    vm.runInContext(readFileSync(file, "utf8"), this.context, { filename: file });
    this.loaded.set(file, weight(file));
  }

  // The answer when everything it wants has been loaded; how much processor time the last, complete one took, in ms.
  ask(text, here = "") {
    for (let round = 1; ; round++) {
      const start = process.cpuUsage();
      const answer = this.finder.ask(text, here);
      const spent = process.cpuUsage(start);
      answer.time = (spent.user + spent.system) / 1000;
      answer.rounds = round;
      if (!answer.wanted.length) return answer;
      if (round > 6) throw new Error(`“${text}” never ends: ${answer.wanted}`);
      for (const name of answer.wanted) {
        const file = join(this.folder, "tim", `${name}.js`);
        if (!existsSync(file)) throw new Error(`“${text}” wants ${name}, which was not published`);
        this.run(file);
      }
    }
  }

  get bytes() {
    return [...this.loaded.values()].reduce((sum, size) => sum + size, 0);
  }
}
