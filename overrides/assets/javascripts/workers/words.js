// What is typed or pasted is made into words that the index has before the theme's worker looks for them; sections that have
// more of the words come first, and pages whose title or address they are. The search's worker (lazy.js) loads this, with
// its `index` and `setup`.
const HAN = /\p{sc=Han}+/u
const NO_WORD = "㐀"
const LONGEST = 4 // characters of a word that is looked for with another one
const MEANT = 4 // words that are looked for then
let sought = [] // for each word, those that may be meant by it

// The node of the index to which the letters of a word lead: there is one if a word begins so.
const node = word => [...word].reduce((from, letter) => from?.edges[letter], index.tokenSet)

// A word without its ending, since the theme looks for all words that begin so.
const stem = word => word.replace(/(?<=^[a-z]{4,})(ing|ed|(?<=ss|sh|ch|x)es|(?<!s)s)$/, "")

// The words of the index that differ from one in one letter.
const near = word => index.tokenSet.intersect(lunr.TokenSet.fromFuzzyString(word, 1)).toArray()

// A word, if the index has one that begins so; else those that are near.
const spelt = word => {
  const found = node(word) || !/^[a-z]{4,}$/.test(word) ? [] : near(word)
  return found.length ? found : [word]
}

// Words that have one other character than these: those that most sections have.
const meant = characters => {
  const sections = word => Object.keys(index.invertedIndex[word].text).length
  const words = near(characters).filter(word => word.length === characters.length)
  return words.sort((one, other) => sections(other) - sections(one)).slice(0, MEANT)
}

// What it costs to take Chinese characters for a word, and for which: least for one that the index has or, at the end of
// what was typed, that begins so; more for one `misspelt`, with another character. A single character may be left out.
const SURE = 5
const priced = (characters, last, misspelt) => {
  const { length } = characters
  const found = node(characters)
  if (found?.final) return [length > 1 ? 4 : SURE, [characters]]
  if (found && last) return [length > 1 ? 4 : 6, [characters]]
  if (length === 1) return [8, []]
  const words = misspelt && length <= LONGEST ? meant(characters) : []
  return [words.length ? 11 : Infinity, words]
}

// The words in a run of Chinese characters that cost least; misspelt ones are looked for where others leave a doubt.
const cut = (run, misspelt = false) => {
  const cuts = [{ cost: 0, sure: true, words: [] }]
  for (let end = 1; end <= run.length; end++) {
    for (let start = 0; start < end; start++) {
      const [price, words] = priced(run.slice(start, end), end === run.length, misspelt)
      const before = cuts[start]
      const cost = before.cost + price
      if (cuts[end]?.cost <= cost) continue
      cuts[end] = { cost, sure: before.sure && price <= SURE, words: [...before.words, words] }
    }
  }
  const { sure, words } = cuts[run.length]
  return sure || misspelt ? words.filter(same => same.length) : cut(run, true)
}

// The words in a text as the index separates them, but for those that say nothing.
const words = text => text.toLowerCase().split(new RegExp(setup.data.config.separator)).filter(lunr.stopWordFilter)

// The theme cuts each run of Chinese once more, and leaves its last character out: so they get one that is in no word.
const asked = text => {
  sought = words(text)
    .flatMap(word => word.match(/\p{sc=Han}+|\P{sc=Han}+/gu))
    .flatMap(word => HAN.test(word) ? cut(word) : [spelt(stem(word))])
  return sought.flat().map(word => HAN.test(word) ? word + NO_WORD : word).join(" ")
}

// How many of `parts` have a word for which `has` holds.
const had = (parts, has) => parts.filter(same => same.some(has)).length

const pairs = all => all.slice(1).map((other, at) => [all[at], other])

// How alike two sets are that have `both` in common, from 0 to 1 (Dice's coefficient).
const dice = (both, one, other) => 2 * both / (one + other)

// How alike what is sought and a title are, from 0 to 1: in words and, if several are sought, in words next to each other. A
// single letter or character of a title says nothing, unless it is sought.
const alike = title => {
  const told = word => word.length > 1 || had(sought, one => one === word)
  const there = words(title.replace(/<[^>]+>/g, "")).map(stem).filter(told)
  const single = dice(had(sought, word => there.includes(word)), sought.length, new Set(there).size)
  if (sought.length === 1) return single
  const next = pairs(there)
  const joined = pairs(sought).filter(both => next.some(pair => both.every(same => same.some(word => pair.includes(word)))))
  return (single + dice(joined.length, sought.length - 1, next.length)) / 2
}

// A page counts for more the more alike its title or its address are; a title for less if it has only parts of words.
const rated = section => {
  const share = had(sought, word => section.terms[word]) / sought.length
  const title = alike(section.title)
  const page = "name" in section ? Math.max(title, alike(section.name)) : 0
  const part = section.title.includes("<mark>") && !title
  return { ...section, score: section.score * share ** 3 * (part ? 1 / 2 : 1 + 3 * page ** 2) }
}
const best = (one, other) => other.score - one.score

// Of a page, the best section counts, the second one for a quarter, the third one for a ninth, and so on.
const summed = sections => {
  const score = sections.reduce((sum, section, at) => sum + section.score / (at + 1) ** 2, 0)
  return [{ ...sections[0], score }, ...sections.slice(1)]
}
const sorted = pages => pages.map(sections => summed(sections.map(rated).sort(best))).sort(([one], [other]) => best(one, other))
