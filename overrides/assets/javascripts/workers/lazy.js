// The search's worker. It loads the theme's own worker (its name is the query of this one's address), what makes words of
// what is asked, and the index of the pages when something is first searched for, instead of with every page (see
// overnet/site/search.py). Where the site is files, it is a script in a frame, and gets the index with its settings (see
// overnet/site/offline.py).
const [SETUP, READY, QUERY, RESULT] = [0, 1, 2, 3]
const here = globalThis.document ? document.currentScript.src : location.href
const say = postMessage
const queries = []
let setup, index, passing

// To and from the theme's worker.
const pass = data => {
  passing = true
  dispatchEvent(new MessageEvent("message", { data }))
  passing = false
}
const ask = ({ type, data }) => pass({ type, data: asked(data) })
const answer = ({ type, data }) => {
  if (type === READY) queries.forEach(ask)
  else say({ type, data: { ...data, items: sorted(data.items) } })
}

const load = async () => {
  if (!setup.data.docs.length) {
    const pages = await fetch("../../../search/pages.json")
    setup.data.docs = (await pages.json()).docs
  }
  postMessage = answer
  for (const part of ["words.js", here.split("?")[1]]) await importScripts(new URL(part, here))
  const { build } = lunr.Builder.prototype
  lunr.Builder.prototype.build = function () {
    return index = build.call(this)
  }
  pass(setup)
}

addEventListener("message", event => {
  if (passing) return
  event.stopImmediatePropagation()
  const message = event.data
  if (message.type === SETUP) {
    setup = message
    say({ type: READY })
  } else if (index) ask(message)
  else if (!message.data) say({ type: RESULT, data: { items: [] } })
  else if (queries.push(message) === 1) load()
})
