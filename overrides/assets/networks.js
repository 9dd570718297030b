// Where a network is filled in, each value that the page has in it should be in the reader's, too: its field says so.
document.querySelectorAll(".yours").forEach(form => {
  const number = address => address.split(/[./]/, 4).reduce((sum, part) => sum * 256 + +part)
  const outside = (address, network) => (number(address) ^ number(network)) >>> 0 >= 2 ** (32 - network.split("/")[1])
  // After yours.js, which listens to the same and says what is no valid value.
  const check = () => form.querySelectorAll("[data-network]").forEach(field => {
    const network = document.getElementById(field.dataset.network)
    const known = field.validity.valid && network.validity.valid && network.value
    if (known && outside(field.value || field.dataset.proven, network.value)) field.nextElementSibling.textContent = field.dataset.outside
  })
  for (const event of ["change", "click"]) form.addEventListener(event, check)
  for (const event of ["pageshow", "storage"]) addEventListener(event, check)
})
