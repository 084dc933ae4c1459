// The register of applications: one box over the column ticks them all, and the count is said beside the button.
document.addEventListener("DOMContentLoaded", () => {
  const form = document.querySelector("#together");
  const boxes = [...document.querySelectorAll('input[name="pk"][form="together"]')];
  const head = document.querySelector(".listing thead th");
  if (!form || !boxes.length || !head) return;

  const all = document.createElement("input");
  all.type = "checkbox";
  all.setAttribute("aria-label", "Tick everybody on this page");
  head.replaceChildren(all);

  const said = document.createElement("span");
  said.className = "register-together__count";
  said.setAttribute("role", "status");
  form.append(said);

  const say = () => {
    const number = boxes.filter((box) => box.checked).length;
    all.checked = number === boxes.length;
    all.indeterminate = number > 0 && number < boxes.length;
    said.textContent = form.elements.all.checked ? "" : `${number} ticked`;
  };
  all.addEventListener("change", () => {
    boxes.forEach((box) => { box.checked = all.checked; });
    say();
  });
  boxes.forEach((box) => box.addEventListener("change", say));
  form.elements.all.addEventListener("change", say);
  say();
});
