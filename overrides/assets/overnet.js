// The language switch keeps the section: heading ids are the same in both languages.
document.querySelector("a.language").addEventListener("click", event => {
  event.currentTarget.hash = location.hash
})

// Sample values: a hint on hover and focus, while all marks of the same value light up, in diagrams too. The marks of a
// block are one tab stop; the arrow keys lead from one to the next. (The theme draws diagrams into closed shadow roots.)
const attachShadow = Element.prototype.attachShadow
Element.prototype.attachShadow = function (options) { return attachShadow.call(this, { ...options, mode: "open" }) }
const values = [...document.querySelectorAll("article data")]
values.forEach(value => {
  value.tabIndex = value === value.closest("pre").querySelector("data") ? 0 : -1
  value.setAttribute("aria-describedby", `sample-${value.closest(".output") ? "yours" : "replace"} sample-${value.value}`)
})
const hint = Object.assign(document.createElement("p"), { className: "hint" })
document.querySelector("article").append(hint)
let shown
const place = () => {
  const { left, top, bottom } = shown.getBoundingClientRect()
  hint.style.left = `${Math.max(8, Math.min(left, document.body.clientWidth - hint.offsetWidth - 8))}px`
  hint.style.top = `${bottom + hint.offsetHeight < innerHeight ? bottom : top - hint.offsetHeight}px`
}
const diagrams = [...document.querySelectorAll(".diagram")]
const inDiagram = (diagram, line) => JSON.parse(diagram.dataset.samples)[line] ?? []
const light = same => {
  values.forEach(value => value.classList.toggle("same", value === shown || same.includes(+value.value)))
  diagrams.forEach(diagram => {
    const lit = line => inDiagram(diagram, line).some(number => same.includes(number))
    diagram.querySelectorAll("text").forEach(line => line.classList.toggle("same", lit(line.textContent)))
    const drawnHere = diagram.querySelector(".mermaid")?.shadowRoot?.querySelectorAll("p") ?? []
    drawnHere.forEach(label => label.part.toggle("same", [...label.childNodes].some(({ data }) => lit(data))))
  })
}
const show = value => {
  shown = value
  const about = value ? value.getAttribute("aria-describedby").split(" ").map(id => document.getElementById(id)) : []
  light(!value || about[1].className === "loose" ? [] : [+value.value])
  hint.innerHTML = about.map(part => part.innerHTML).join("")
  if (value) place()
}
addEventListener("pointerover", ({ target }) => {
  if (target.closest(".hint")) return
  show(target.closest("data") ?? document.activeElement.closest("data"))
  const line = target.closest(".diagram text")
  if (line) light(inDiagram(line.closest(".diagram"), line.textContent))
})
addEventListener("focusin", ({ target }) => show(target.closest("data")))
addEventListener("focusout", () => show())
addEventListener("scroll", () => shown && place(), true)
addEventListener("keydown", event => {
  if (event.key === "Escape") show()
  const next = values[values.indexOf(event.target) + { ArrowLeft: -1, ArrowRight: 1 }[event.key]]
  if (!next || next.closest("pre") !== event.target.closest("pre")) return
  event.preventDefault()
  event.target.tabIndex = -1
  next.tabIndex = 0
  next.focus()
})
