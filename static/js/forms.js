// Small comforts for long forms. Everything works without them: the focus also by autofocus, the
// limits are written beside the labels and kept by the server.
document.querySelector("[data-error-summary]")?.focus();

const number = new Intl.NumberFormat("en-US");
// Counted as the server counts: by characters, one for each end of a line.
const length = (text) => Array.from(text).length;

for (const line of document.querySelectorAll("[data-count-for]")) {
  const field = document.getElementById(line.dataset.countFor);
  const limit = Number(field?.dataset.limit);
  if (!limit) continue;
  const spoken = line.cloneNode();
  spoken.removeAttribute("data-count-for");
  spoken.className = "visually-hidden";
  spoken.setAttribute("aria-live", "polite");
  spoken.hidden = false;
  line.after(spoken);
  line.setAttribute("aria-hidden", "true");
  let pause;
  const count = () => {
    const left = limit - length(field.value);
    line.hidden = false;
    line.toggleAttribute("data-over", left < 0);
    line.textContent = left < 0 ? `${number.format(-left)} characters too many` : `${number.format(left)} characters left`;
    clearTimeout(pause);
    // Said aloud only after a pause, and only when the end is near.
    pause = setTimeout(() => { spoken.textContent = left < limit / 10 ? line.textContent : ""; }, 1200);
  };
  field.addEventListener("input", count);
  count();
}
