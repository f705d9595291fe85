// What a query must give, checked the same way in Node and in a browser: each difference is a sentence.
export const problems = (query, found) => {
  const wrong = [];
  const first = found.hits[0];
  const say = (what) => wrong.push(`“${query.q}” (${query.about}): ${what}`);
  const shown = (hit) => (hit ? `${hit.kind} ${hit.path} “${hit.title}”` : "nothing");
  const is = (hit, [kind, path]) => hit?.kind === kind && hit.path === path;
  if (query.first && !is(first, query.first)) say(`first is ${shown(first)}, not ${query.first.join(" ")}`);
  (query.firsts ?? []).forEach((wanted, i) => {
    if (!is(found.hits[i], wanted)) say(`number ${i + 1} is ${shown(found.hits[i])}, not ${wanted.join(" ")}`);
  });
  if (query.firstKind && first?.kind !== query.firstKind) say(`first is ${shown(first)}, no ${query.firstKind}`);
  if (query.title && first?.title !== query.title) say(`first is ${shown(first)}, not “${query.title}”`);
  for (const part of ["where", "via", "call"]) {
    if (query[part] && first?.[part] !== query[part]) say(`${part} is “${first?.[part]}”, not “${query[part]}”`);
  }
  if (query.inText && !found.hits.some((hit) => hit.inText)) say("no text has it");
  if (query.none && found.hits.length) say(`finds ${shown(first)}`);
  if (query.not && found.hits.some((hit) => hit.title === query.not)) say(`finds “${query.not}”`);
  if (query.hint && found.hint !== query.hint) say(`hint is “${found.hint}”, not “${query.hint}”`);
  if (query.close && !found.isClose) say("pretends to be exact");
  if (query.urgent && query.urgent.join() !== found.urgent.join()) say(`urgent is ${found.urgent}, not ${query.urgent}`);
  return wrong;
};

// The answer of the finder as expectations speak of it.
export const plain = (answer) => ({
  hits: answer.hits.map(({ record, via, inText }) => ({
    kind: record.kind,
    title: record.title,
    path: record.path,
    where: record.where,
    via: via?.text,
    call: record.call?.digits,
    inText,
  })),
  hint: answer.hint,
  isClose: answer.isClose,
  urgent: answer.urgent.map((one) => one.number),
});
