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
