// The language switch keeps the section: heading ids are the same in both languages.
document.querySelector("a.language").addEventListener("click", event => {
  event.currentTarget.hash = location.hash
})
