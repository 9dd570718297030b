// Does something with each of a list when the browser has nothing else to do, a few at a time.
const brief = work => setTimeout(() => {
  const end = performance.now() + 10
  work({ timeRemaining: () => end - performance.now() })
})
const whenIdle = globalThis.requestIdleCallback ?? brief
const later = (list, act) => whenIdle(idle => {
  do act(list.shift())
  while (list.length && idle.timeRemaining() > 5)
  if (list.length) later(list, act)
})

// The theme gives a code block its button, and its place in the order of keys, when the block comes into sight (its feature
// content.lazy). The others get theirs later, so that keys and screen readers find all.
globalThis.IntersectionObserver = class extends IntersectionObserver {
  #blocks = []
  #seen
  constructor(seen, options) {
    super(seen, options)
    this.#seen = seen
  }
  observe(target) {
    super.observe(target)
    if (!target.matches("pre > code") || this.#blocks.push(target) > 1) return
    later(this.#blocks, code => this.#seen([{ target: code, isIntersecting: true }], this))
  }
}

// When a page has been read, the theme gets all that it has going in one task. What is in the page's middle (the content, the
// navigation, the table of contents) waits for the next: the theme then looks again, as it does for a page that is loaded anew.
{
  const parts = [...document.querySelectorAll(".md-main [data-md-component]")].map(part => [part, part.dataset.mdComponent])
  parts.forEach(([part]) => { delete part.dataset.mdComponent })
  const go = () => {
    parts.forEach(([part, name]) => { part.dataset.mdComponent = name })
    document$.next(document)
  }
  // Mermaid draws in its own way when all is loaded, if the theme, which has it draw in ours, has not come before.
  addEventListener("DOMContentLoaded", () => globalThis.mermaid ? go() : setTimeout(go))
}
