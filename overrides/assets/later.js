// The theme gives a code block its button, and its place in the order of keys, when the block comes into sight (its feature
// content.lazy). The others get theirs when the browser has nothing else to do, so that keys and screen readers find all.
globalThis.whenIdle = globalThis.requestIdleCallback ?? (work => setTimeout(work, 50, { timeRemaining: () => 1 }))
globalThis.IntersectionObserver = class extends IntersectionObserver {
  #blocks = []
  #seen
  constructor(seen, options) {
    super(seen, options)
    this.#seen = seen
  }
  #next = idle => {
    do this.#seen([{ target: this.#blocks.shift(), isIntersecting: true }])
    while (this.#blocks.length && idle.timeRemaining() > 5)
    if (this.#blocks.length) whenIdle(this.#next)
  }
  observe(target) {
    super.observe(target)
    if (target.matches("pre > code") && this.#blocks.push(target) === 1) whenIdle(this.#next)
  }
}
