// Runs in the build's browser (see drawing.js): moves what Mermaid drew of a measured diagram to where ELK lays it out. No
// line there passes below a box that is not its end; hosts stand in the page's order, in rows where no line leaves any, and
// so does what is on a host that no line leaves. What the options mean: https://eclipse.dev/elk/reference.html
async function layOut(svg, source) {
  const { db } = await mermaid.mermaidAPI.getDiagramFromText(source)
  const drawn = ({ id, domId = id }) => svg.getElementById(`DIAGRAM-${domId}`)
  const label = ({ id }) => svg.querySelector(`.edgeLabel:has([data-id="${id}"])`)
  const size = part => (({ width, height }) => ({ width, height }))(part.getBBox())
  const laid = await new ELK().layout(graph(db, node => size(drawn(node)), edge => size(label(edge))))

  const move = (part, x, y) => part.setAttribute("transform", `translate(${x}, ${y})`)
  const centre = (part, { x, y, width, height }) => move(part, x + width / 2, y + height / 2)
  const put = box => {
    if (!box.isGroup) return centre(drawn(box), box)
    const name = drawn(box).querySelector(".cluster-label")
    for (const side of ["x", "y", "width", "height"]) drawn(box).querySelector("rect").setAttribute(side, box[side])
    move(name, box.x + (box.width - name.getBBox().width) / 2, box.y)
    show(box)
  }
  const show = ({ children, edges }) => {
    children.forEach(put)
    for (const edge of edges) {
      drawn(edge).setAttribute("d", line(edge.sections[0], drawn(edge).hasAttribute("marker-end")))
      for (const box of edge.labels) centre(label(edge), box)
    }
  }
  for (const root of svg.querySelectorAll(".root")) root.removeAttribute("transform")
  show(laid)
  svg.setAttribute("viewBox", `0 0 ${laid.width} ${laid.height}`)
}

// What ELK is given: the hosts with what is on them, and with the edges between that; beside them all else.
function graph(db, sizeOfNode, sizeOfLabel) {
  const { nodes, edges } = db.getData()
  const host = Object.fromEntries(nodes.map(({ id, parentId }) => [id, parentId]))
  const place = ({ start, end }) => host[start] === host[end] ? host[start] : undefined
  const left = edges.filter(edge => !place(edge)).flatMap(({ start, end }) => [host[start], host[end]])

  const everywhere = {
    "elk.direction": db.getDirection() === "LR" ? "RIGHT" : "DOWN",
    "spacing.baseValue": 18,
    "layered.nodePlacement.bk.fixedAlignment": "BALANCED",
  }
  const inOrder = {
    "elk.algorithm": "layered",
    "layered.considerModelOrder.strategy": "NODES_AND_EDGES",
    "layered.crossingMinimization.forceNodeModelOrder": true,
  }
  const alone = { ...inOrder, "elk.hierarchyHandling": "SEPARATE_CHILDREN" } // ELK 0.12.1 fails on the order of the others
  const inRows = { "elk.aspectRatio": 2, "layered.considerModelOrder.components": "MODEL_ORDER" }
  const around = "[top=28,left=14,bottom=14,right=14]"
  const frame = id => ({ ...everywhere, ...(left.includes(id) ? {} : alone), "elk.padding": around })

  const content = where => ({
    children: nodes.filter(({ parentId }) => parentId === where).map(node => node.isGroup
      ? { ...node, ...content(node.id), layoutOptions: frame(node.id) }
      : { ...node, ...sizeOfNode(node) }),
    edges: edges.filter(edge => place(edge) === where).map(edge => ({
      ...edge,
      sources: [edge.start],
      targets: [edge.end],
      labels: edge.label ? [{ text: edge.label, ...sizeOfLabel(edge), layoutOptions: { "edgeLabels.inline": true } }] : [],
    })),
  })
  return {
    ...content(undefined),
    id: "all",
    layoutOptions: {
      ...everywhere,
      ...inOrder,
      ...(left.length ? { "elk.hierarchyHandling": "INCLUDE_CHILDREN" } : inRows),
      "elk.padding": "[top=8,left=8,bottom=8,right=8]",
      "json.shapeCoords": "ROOT",
      "json.edgeCoords": "ROOT",
    },
  }
}

// A path with round bends. It begins below its box, whose side may be slanted, and ends where its arrow has room.
function line({ startPoint: start, bendPoints: bends = [], endPoint: end }, hasArrow) {
  const points = [start, ...bends, end]
  const towards = (from, to, by) => {
    const part = Math.min(by / Math.hypot(to.x - from.x, to.y - from.y), 0.5)
    return `${from.x + part * (to.x - from.x)},${from.y + part * (to.y - from.y)}`
  }
  const round = (bend, i) => `L${towards(bend, points[i], 6)}Q${bend.x},${bend.y} ${towards(bend, points[i + 2], 6)}`
  return `M${towards(start, points[1], -16)}${bends.map(round).join("")}L${towards(end, points.at(-2), hasArrow ? 4 : 0)}`
}
