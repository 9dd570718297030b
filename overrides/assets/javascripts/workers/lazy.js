// The search's worker. It loads the theme's own worker (its name is the query of this one's address) and the index of the
// pages when something is first searched for, instead of with every page (see overnet/site/search.py).
const say = postMessage
const hear = data => dispatchEvent(new MessageEvent("message", { data }))
const [SETUP, READY, QUERY, RESULT] = [0, 1, 2, 3]
const queries = []
let setup
const load = async () => {
  const answer = await fetch("../../../search/pages.json")
  setup.data.docs = (await answer.json()).docs
  removeEventListener("message", first)
  postMessage = message => message.type === READY ? queries.forEach(hear) : say(message)
  importScripts(location.search.slice(1))
  hear(setup)
}
const first = ({ data: message }) => {
  if (message.type === SETUP) {
    setup = message
    say({ type: READY })
  } else if (message.type === QUERY && !message.data) say({ type: RESULT, data: { items: [] } })
  else if (queries.push(message) === 1) load()
}
addEventListener("message", first)
