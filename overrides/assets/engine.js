// The engine that the reader chose, or else the build's default, of which the stylesheet shows the blocks (see engine.css).
{
  const KEY = "overnet.engine"
  const { engines, shown } = document.currentScript.dataset
  const root = document.documentElement
  root.className = "js js-focus-visible" // as the theme's script does, which has the style of the whole page made anew then
  const known = engine => engines.split(" ").includes(engine)
  let chosen = shown
  const apply = () => {
    try { chosen = localStorage.getItem(KEY) ?? chosen } catch {} // where nothing may be kept, the choice is this page's
    root.dataset.engine = known(chosen) ? chosen : shown
    const select = document.querySelector(".engine select")
    if (select && select.value !== root.dataset.engine) select.value = root.dataset.engine
    document.querySelectorAll("details.variant:not([open])").forEach(version => { version.open = true })
  }
  apply()
  const parsing = new MutationObserver(apply)
  parsing.observe(root, { childList: true, subtree: true })
  addEventListener("DOMContentLoaded", () => {
    parsing.disconnect()
    apply()
  })
  addEventListener("pageshow", apply)
  addEventListener("storage", apply)
  addEventListener("change", ({ target }) => {
    if (!target.matches(".engine select")) return
    chosen = target.value
    try { localStorage.setItem(KEY, chosen) } catch {}
    apply()
  })
}
