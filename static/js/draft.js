// Keeps a draft up to date as somebody types, once they have saved one. What fails is said calmly and tried again;
// the page holds every word all the time.
const form = document.querySelector("form[data-draft]");

if (form) {
  const keptAt = form.querySelector("[data-kept-at]");
  const trouble = form.querySelector("[data-trouble]");
  form.querySelector("[data-as-you-type]").hidden = false;
  let pause;
  let busy = false;
  let changed = false;

  const keep = async () => {
    if (busy) return;
    busy = true;
    changed = false;
    const data = new FormData(form);
    // Files are kept when a button is pressed: nobody waits for one while typing.
    for (const input of form.querySelectorAll("input[type=file]")) data.delete(input.name);
    data.set("step", "keep");
    try {
      const response = await fetch(form.action, { method: "POST", body: data, headers: { Accept: "application/json" } });
      const { kept_at: at } = await response.json();
      if (!at) throw new Error("not kept");
      keptAt.textContent = at;
      trouble.textContent = "";
    } catch {
      changed = true;
      trouble.textContent = "What you typed since then is not kept yet. It is still on this page; save again before you leave.";
    }
    busy = false;
    if (changed) later(15000);
  };
  const later = (wait) => {
    clearTimeout(pause);
    pause = setTimeout(keep, wait);
  };

  form.addEventListener("input", () => {
    changed = true;
    later(2000);
  });
  form.addEventListener("submit", () => clearTimeout(pause));
}
