// Owns what a person gives on the command line: the folder of the site, and other words.
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";

const HERE = fileURLToPath(new URL(".", import.meta.url));

/** Tells the folder from the words in `known`; any word will do where `known` is left out and it names no path. */
export function given(args, known) {
  const isWord = (arg) => (known ? known.includes(arg) : !/[./]/.test(arg));
  const named = args.filter((arg) => !isWord(arg));
  if (named.length > 1) throw new Error(`one folder, not ${named.join(" and ")}${known ? `; the checks are ${known.join(" ")}` : ""}`);
  // npm changes into the folder of the package; a folder that is named is meant from where the person stands.
  const folder = named.length > 0 ? resolve(process.env.INIT_CWD ?? ".", named[0]) : resolve(HERE, "../../public");
  return { folder, words: args.filter(isWord) };
}
