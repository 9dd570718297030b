// The search's worker. It loads the theme's own worker (its name is the query of this one's address), what makes words of
// what is asked, and the index of the pages (see overnet/site/search.py) when something, be it a space, is first asked for,
// instead of with every page. Until all is there it answers nothing: so the theme goes on saying that it prepares the search.
// Where the site is files, it is a script in a frame, and gets the index with its settings (see overnet/site/offline.py).
const [SETUP, READY] = [0, 1]
const here = globalThis.document ? document.currentScript.src : location.href
const say = postMessage
let setup, index, loading, latest, passing

// To and from the theme's worker.
const pass = data => {
  passing = true
  dispatchEvent(new MessageEvent("message", { data }))
  passing = false
}
const ask = ({ type, data }) => pass({ type, data: asked(data) })
const answer = ({ type, data }) => {
  if (type === READY) ask(latest)
  else say({ type, data: { ...data, items: sorted(data.items) } })
}

const load = async () => {
  const pages = setup.data.docs.length ? setup.data : fetch("../../../search/pages.json").then(found => found.json())
  postMessage = answer
  await importScripts(...["words.js", here.split("?")[1]].map(part => new URL(part, here)))
  const { build } = lunr.Builder.prototype
  lunr.Builder.prototype.build = function () {
    return index = build.call(this)
  }
  setup.data.docs = (await pages).docs
  pass(setup)
}

addEventListener("message", event => {
  if (passing) return
  event.stopImmediatePropagation()
  const message = event.data
  if (message.type === SETUP) {
    setup = message
    return say({ type: READY })
  }
  latest = message
  if (index) return ask(latest)
  if (latest.data) loading ??= load()
})
