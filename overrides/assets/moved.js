// Leads from where a page or a section was to where it is now (see overnet/site/moved.py).
{
  const places = JSON.parse(document.currentScript.dataset.places)
  const section = location.hash.slice(1)
  const place = Object.hasOwn(places, section) ? places[section] : places[""] && places[""] + location.hash
  if (place) location.replace(place)
}
