// Light, dark, or as the system has it: as the reader chose, before there is a page below the header. (The theme's own way,
// when all is there, has the style of the whole page made four times.)
{
  const form = document.currentScript.previousElementSibling
  const inputs = [...form.querySelectorAll("input")]
  const light = matchMedia("(prefers-color-scheme: light)")
  const [scheme, colour] = ["color-scheme", "theme-color"].map(name => Object.assign(document.createElement("meta"), { name }))
  document.head.append(scheme, colour)
  const kept = () => {
    try { return Math.max(0, inputs.indexOf(inputs[__md_get("__palette").index])) } catch { return 0 }
  }
  const apply = () => {
    const index = kept()
    const shown = inputs[index || (light.matches ? 1 : 2)]
    document.body.dataset.mdColorScheme = shown.dataset.mdColorScheme
    inputs.forEach((input, number) => { input.nextElementSibling.hidden = number !== index })
    const { colorScheme, backgroundColor } = getComputedStyle(form.closest("header"))
    scheme.content = colorScheme
    colour.content = backgroundColor
  }
  apply()
  light.addEventListener("change", apply)
  form.addEventListener("change", ({ target }) => {
    __md_set("__palette", { index: inputs.indexOf(target) })
    document.body.dataset.mdColorSwitching = "" // the theme's style sheet has no transitions then
    apply()
    setTimeout(() => { delete document.body.dataset.mdColorSwitching })
  })
  form.addEventListener("keydown", ({ key }) => {
    if (key !== "Enter") return
    const next = inputs[(kept() + 1) % inputs.length]
    next.click()
    next.focus()
  })
}
