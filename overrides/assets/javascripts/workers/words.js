// What is typed or pasted is made into words that the index has before the theme's worker looks for them; sections that have
// more of the words come first. The search's worker (lazy.js) loads this, with its `index` and `setup`.
const HAN = /\p{sc=Han}+/u
const NO_WORD = "㐀"

// The node of the index to which the letters of a word lead: there is one if a word begins so.
const node = word => [...word].reduce((from, letter) => from?.edges[letter], index.tokenSet)

// A word without its ending, since the theme looks for all words that begin so.
const stem = word => word.replace(/(?<=^[a-z]{4,})(ing|ed|(?<=ss|sh|ch|x)es|(?<!s)s)$/, "")

// A word, if the index has one that begins so; else those that differ from it in one letter.
const near = word => {
  if (node(word) || !/^[a-z]{4,}$/.test(word)) return [word]
  const found = index.tokenSet.intersect(lunr.TokenSet.fromFuzzyString(word, 1)).toArray()
  return found.length ? found : [word]
}

// The words in a run of Chinese characters, at each place the longest; the last one may be the beginning of a word. The theme
// cuts each of them once more, and leaves its last character out: so they get one that is in no word.
const cut = run => {
  const words = []
  for (let start = 0, end; start < run.length; start = Math.max(end, start + 1)) {
    const known = () => node(run.slice(start, end))?.[end < run.length ? "final" : "edges"]
    for (end = run.length; end > start && !known(); end--);
    if (end > start) words.push(run.slice(start, end) + NO_WORD)
  }
  return words
}

const asked = text => text.toLowerCase().split(new RegExp(setup.data.config.separator))
  .filter(word => lunr.stopWordFilter(word))
  .flatMap(word => word.match(/\p{sc=Han}+|\P{sc=Han}+/gu))
  .flatMap(word => HAN.test(word) ? cut(word) : near(stem(word)))
  .join(" ")

const rated = section => {
  const found = Object.values(section.terms)
  const share = found.length && found.filter(Boolean).length / found.length
  return { ...section, score: section.score * share ** 3 }
}
const best = (one, other) => other.score - one.score
const sorted = pages => pages.map(sections => sections.map(rated).sort(best)).sort(([one], [other]) => best(one, other))
