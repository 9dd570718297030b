// A diagram opens large: it moves into a dialog and, when Escape or the button closes that, back to its place.
const [ENLARGE, CLOSE] = document.documentElement.lang === "zh" ? ["放大", "关闭"] : ["Enlarge", "Close"]
const large = Object.assign(document.createElement("dialog"), { className: "large md-typeset" })
document.body.append(large)

// Where its frame is too narrow, its first node shows, from when it comes near.
const near = new IntersectionObserver(seen => seen.filter(({ isIntersecting }) => isIntersecting).forEach(({ target }) => {
  near.unobserve(target)
  const [frame, first] = ["div", ".node"].map(part => target.querySelector(part)?.getBoundingClientRect())
  if (first?.right > frame.right) target.querySelector("div").scrollLeft = (first.left + first.right - frame.left - frame.right) / 2
}), { rootMargin: "100%" })

document.querySelectorAll(".diagram").forEach(diagram => {
  const place = document.createElement("div")
  const button = Object.assign(document.createElement("button"), { type: "button", textContent: ENLARGE })
  const back = () => {
    button.textContent = ENLARGE
    place.replaceWith(diagram)
    button.focus({ preventScroll: true })
  }
  button.addEventListener("click", () => {
    if (large.open) return large.close()
    place.style.height = `${diagram.offsetHeight}px`
    diagram.replaceWith(place)
    button.textContent = CLOSE
    large.ariaLabel = diagram.querySelector("svg")?.ariaLabel ?? ENLARGE
    large.append(diagram)
    large.addEventListener("close", back, { once: true })
    large.showModal()
  })
  diagram.append(button)
  near.observe(diagram)
})
