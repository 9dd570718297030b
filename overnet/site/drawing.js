// Runs in the build's browser (see drawing.render): draws one diagram with Mermaid, lays it out anew if it has hosts, as what is
// measured has (see layout.js), and reduces what was made to what a page needs.
// Colours come from the page's style sheet. Each line of text keeps the width that was measured here, in whatever font it
// is shown. Ids begin with DIAGRAM, which render replaces.
async source => {
  document.body.innerHTML = (await mermaid.render("DIAGRAM", source)).svg
  const svg = document.body.firstChild
  if (source.includes("subgraph host_")) await layOut(svg, source)
  const all = selector => [...svg.querySelectorAll(selector)]
  const rounded = text => text.replace(/-?\d+\.\d+(e-?\d+)?/g, number => String(Math.round(number * 10) / 10))

  for (const text of all("text")) {
    const rows = text.querySelector("tspan") ? [...text.children] : [text]
    for (const row of rows.filter(row => row.textContent.trim())) {
      const { x, y } = row.getStartPositionOfChar(0)
      const line = text.cloneNode()
      for (const name of ["dx", "dy", "text-anchor"]) line.removeAttribute(name)
      Object.entries({ x, y, textLength: row.getComputedTextLength() }).forEach(([name, value]) => line.setAttribute(name, value))
      line.textContent = row.textContent
      text.before(line)
    }
    text.remove()
  }

  const [title, description] = [all("title"), all("desc")].map(([found]) => found?.textContent)
  const used = new Set(all("*").flatMap(part => [...part.attributes].flatMap(({ value }) => value.match(/(?<=url\(#)[^)]+/g) ?? [])))
  const dropped = part =>
    part.matches("title, style, symbol, filter, linearGradient, .outer-path > path:nth-of-type(even)") ||
    (part.matches("marker") && !used.has(part.id)) ||
    (part.matches("rect") && !part.getAttribute("width")) ||
    (part.matches("g, defs") && !part.children.length)
  for (const part of all("*").reverse()) if (dropped(part)) part.remove()

  const noise = /^(id|style|fill.*|stroke.*|font-.*|data-.*|name|alignment-baseline|text-anchor|aria-.*|role|width)$/
  for (const part of [svg, ...all("*")]) {
    for (const { name, value } of [...part.attributes]) {
      if (noise.test(name) && !(name === "width" && part !== svg) && !used.has(value)) part.removeAttribute(name)
      else if (!value.includes("#")) part.setAttribute(name, rounded(value))
    }
  }
  const { width, height } = svg.viewBox.baseVal
  const about = { role: "img", "aria-label": title ?? "", "aria-describedby": "DIAGRAM-words", width: Math.ceil(width), height: Math.ceil(height) }
  Object.entries(about).forEach(([name, value]) => svg.setAttribute(name, value))
  svg.querySelector("desc").id = "DIAGRAM-words"
  svg.querySelector("desc").textContent = description
  svg.removeAttribute("xmlns")
  return svg.outerHTML
}
