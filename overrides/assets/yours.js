// The reader's own values: what is filled in at the head of a page stands in its blocks, its text and what is copied, in
// place of the value that the run had. A field takes only what a shell reads as one plain word (its pattern). Values of
// hosts are kept for all pages; what a command printed (a join token …), until the tab is closed.
document.querySelectorAll(".yours").forEach(form => {
  const KEY = "overnet.values"
  const article = form.closest("article")
  const fields = [...form.querySelectorAll("input")]
  const storage = field => "once" in field.dataset ? sessionStorage : localStorage
  const kept = field => {
    try { return JSON.parse(storage(field).getItem(KEY)) ?? {} } catch { return {} }
  }
  const keep = (field, value) => {
    try { storage(field).setItem(KEY, JSON.stringify({ ...kept(field), [field.name]: value || undefined })) } catch {}
  }

  // IPv4 addresses in the sections' text become places to fill, too. Diagrams, and what is told of the run, stay as they are.
  const named = new Map(fields.map(({ dataset }) => [dataset.proven, dataset.numbers]).filter(([text]) => /^\d+\.\d+\./.test(text)))
  const longest = [...named.keys()].sort((a, b) => b.length - a.length).map(text => text.replaceAll(".", "\\.")).join("|")
  const texts = () => {
    const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT)
    walker.currentNode = article.querySelector("h2") ?? article
    const found = []
    while (named.size && walker.nextNode()) {
      if (!walker.currentNode.parentElement.closest("pre, details, figure, #samples")) found.push(walker.currentNode)
    }
    return found
  }
  const mark = node => {
    const parts = node.data.split(new RegExp(`(?<![\\w.])(${longest})(?!\\w)`))
    if (parts.length < 2) return
    node.replaceWith(...parts.map((text, number) => {
      if (number % 2 === 0) return text
      const place = Object.assign(document.createElement("var"), { textContent: text })
      place.dataset.value = named.get(text)
      return place
    }))
  }

  // A text of the page with another value: as it stands, as in a regular expression, as in DNS, or the beginning of an id.
  const FORMS = [text => text, text => text.replaceAll(".", "\\."), text => text.split(".").reverse().join(".")]
  const written = (text, proven, own) => {
    const form = FORMS.find(form => form(proven) === text)
    return form ? form(own) : proven.startsWith(text) ? own.slice(0, text.length) : text
  }
  const find = () => {
    texts().forEach(mark)
    return new Map(fields.map(field => [field, field.dataset.numbers.split(" ").flatMap(number =>
      [...article.querySelectorAll(`data[value="${number}"], var[data-value~="${number}"]`)].map(place => [place, place.textContent]))]))
  }
  let places // once there is something to put there
  const fill = () => {
    const own = fields.filter(field => field.value && field.validity.valid)
    if (own.length) places ??= find()
    fields.forEach(field => {
      places?.get(field).forEach(([place, text]) => {
        place.textContent = own.includes(field) ? written(text, field.dataset.proven, field.value) : text
        place.classList.toggle("own", own.includes(field))
      })
      field.setAttribute("aria-invalid", !field.validity.valid)
      field.nextElementSibling.textContent = field.validity.valid ? "" : field.dataset.refused
    })
    if (places) article.querySelectorAll(".terminal").forEach(terminal => {
      terminal.dataset.copy = [...terminal.querySelectorAll(".command")].map(line => line.textContent).join("\n")
    })
    const count = form.querySelector("output")
    count.textContent = own.length ? count.dataset.filled.replace("{}", own.length) : ""
  }
  const load = () => {
    fields.forEach(field => { field.value = kept(field)[field.name] ?? "" })
    fill()
  }
  load()
  addEventListener("storage", load)
  addEventListener("pageshow", ({ persisted }) => persisted && load())
  form.addEventListener("change", ({ target }) => {
    target.value = target.value.trim()
    keep(target, target.validity.valid && target.value)
    fill()
  })
  form.querySelector("button").addEventListener("click", () => {
    fields.forEach(field => {
      keep(field)
      field.value = ""
    })
    fill()
  })
})
