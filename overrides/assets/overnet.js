// The language switch keeps the section: heading ids are the same in both languages.
document.querySelector("a.language").addEventListener("click", event => {
  event.currentTarget.hash = location.hash
})

// What is told of a block that did not work names the reader's engine.
addEventListener("click", ({ target }) => {
  if (target.matches("a[href*='/issues/new?']")) target.href = target.href.replace(/(?<=Engine%3A\+)[\w.]+/, document.documentElement.dataset.engine)
})

// The search looks when a key is released in its field: text that comes without one (pasted, dropped, dictated) counts as one.
const field = document.querySelector(".md-search__input")
const search = () => field.dispatchEvent(new Event("keyup"))
field.addEventListener("input", search)

// Its worker loads what it needs when something is searched for (see workers/lazy.js): so there is a space in the field for a
// moment, as soon as the field is pointed at or has the focus.
const prepare = () => {
  if (field.value) return
  for (const typed of [" ", ""]) {
    field.value = typed
    search()
  }
}
for (const near of ["pointerover", "focus"]) field.addEventListener(near, prepare, { once: true })

// Sample values: a hint on hover and focus, while all marks of the same value light up. The marks of a block, and the lines
// of a diagram, are one tab stop; the arrow keys lead from one to the next. (The theme draws diagrams into closed shadow
// roots.) A drawing with lines to focus is no image any more, but a group of them: its other lines are told in its words.
// On the status page, the signs of a row are such marks, with words of their own.
const attachShadow = Element.prototype.attachShadow
Element.prototype.attachShadow = function (options) { return attachShadow.call(this, { ...options, mode: "open" }) }
const article = document.querySelector("article")
const diagrams = [...article.querySelectorAll(".diagram")]
const inDiagram = (diagram, line) => JSON.parse(diagram.dataset.samples)[line] ?? []
const block = mark => mark.closest("pre, .diagram, tr")
const blocks = new Set(article.querySelectorAll("pre, .diagram, tr")) // those to prepare
const marks = new Map() // with the numbers of their values, one for each track
const describe = (mark, number) => mark.setAttribute("aria-describedby", `sample-${mark.closest(".output, .diagram") ? "yours" : "replace"} sample-${number}`)
const ready = block => blocks.delete(block) && block.querySelectorAll("data, text, .sign").forEach(mark => {
  const numbers = mark.matches("data") ? [+mark.value] : mark.matches("text") ? inDiagram(block, mark.textContent) : []
  if (mark.matches("text")) {
    if (!numbers.length) return mark.setAttribute("aria-hidden", true)
    mark.closest("svg").setAttribute("role", "group")
  }
  mark.removeAttribute("title")
  mark.setAttribute("tabindex", block.querySelector("[tabindex='0']:is(data, text, .sign)") ? -1 : 0)
  if (numbers.length) describe(mark, numbers[0])
  marks.set(mark, numbers)
})
if (blocks.size) later([...blocks], ready)
const hint = Object.assign(document.createElement("p"), { className: "hint" })
let shown
const place = () => {
  const { left, top, bottom } = shown.getBoundingClientRect()
  hint.style.left = `${Math.max(8, Math.min(left, document.body.clientWidth - hint.offsetWidth - 8))}px`
  hint.style.top = `${bottom + hint.offsetHeight < innerHeight ? bottom : top - hint.offsetHeight}px`
}
const light = same => {
  const lit = numbers => numbers.some(number => same.includes(number))
  marks.forEach((numbers, mark) => mark.classList.toggle("same", mark === shown || lit(numbers)))
  diagrams.forEach(diagram => {
    const drawnHere = diagram.querySelector(".mermaid")?.shadowRoot?.querySelectorAll("p") ?? []
    drawnHere.forEach(label => label.part.toggle("same", [...label.childNodes].some(({ data }) => lit(inDiagram(diagram, data)))))
  })
}
const show = mark => {
  if (!mark && !shown) return
  blocks.forEach(ready)
  const numbers = marks.get(mark) ?? []
  const readable = number => article.querySelector(`data[value="${number}"]`)?.offsetParent
  if (numbers.length > 1) describe(mark, numbers.find(readable) ?? numbers[0])
  shown = mark
  const about = mark?.getAttribute("aria-describedby")?.split(" ").map(id => document.getElementById(id)) ?? []
  light(!mark || about[1]?.className === "loose" ? [] : numbers)
  hint.innerHTML = about.map(part => part.innerHTML).join("")
  hint.classList.toggle("reached", document.activeElement.matches(":is(data, text, .sign):focus-visible"))
  if (!mark) return
  if (!about.length) hint.textContent = mark.ariaLabel
  const room = mark.closest("dialog") ?? article // what is outside a dialog is below it
  room.append(hint)
  place()
}
const markAt = place => {
  const mark = place.closest("data, text, .sign")
  if (mark && block(mark)) ready(block(mark))
  return marks.has(mark) ? mark : undefined
}
addEventListener("pointerover", ({ target }) => {
  if (!target.closest(".hint")) show(markAt(target) ?? markAt(document.activeElement))
})
addEventListener("focusin", ({ target }) => show(markAt(target)))
addEventListener("focusout", () => show())
addEventListener("scroll", () => shown && place(), true)
addEventListener("keydown", event => {
  if (event.key === "Escape") show()
  if (!marks.has(event.target)) return
  const all = [...marks.keys()]
  const next = all[all.indexOf(event.target) + { ArrowLeft: -1, ArrowRight: 1 }[event.key]]
  if (!next || block(next) !== block(event.target)) return
  event.preventDefault()
  event.target.setAttribute("tabindex", -1)
  next.setAttribute("tabindex", 0)
  next.focus()
})

// The theme wraps the copy button of each block in a landmark without a name: a place to go to, one for each block.
new MutationObserver(changes => changes.flatMap(({ addedNodes }) => [...addedNodes]).forEach(node => {
  if (node.className === "md-code__nav") node.role = "none"
})).observe(article, { childList: true, subtree: true })

// What the theme says of a copy is told by screen readers, too.
document.querySelector(".md-dialog").setAttribute("role", "status")
