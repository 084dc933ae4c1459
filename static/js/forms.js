// Small comforts for long forms. Everything works without them: the focus also by autofocus, the
// limits are written beside the labels and kept by the server.
document.querySelector("[data-error-summary]")?.focus();

const number = new Intl.NumberFormat("en-US");
// Counted as the server counts: characters one by one, one for each end of a line; words as in forms/counting.py.
// counting:begin
const characters = (text) => Array.from(text).length;
const oneSignAWord = /[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]/gu;
const words = (text) =>
  (text.match(oneSignAWord) ?? []).length +
  text.replace(oneSignAWord, " ").split(/[\s\u2013\u2014]+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
// counting:end

for (const line of document.querySelectorAll("[data-count-for]")) {
  const field = document.getElementById(line.dataset.countFor);
  const unit = field?.dataset.words ? "words" : "characters";
  const limit = Number(field?.dataset.words ?? field?.dataset.limit);
  if (!limit) continue;
  const length = unit === "words" ? words : characters;
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
    line.textContent = left < 0 ? `${number.format(-left)} ${unit} too many` : `${number.format(left)} ${unit} left`;
    clearTimeout(pause);
    // Said aloud only after a pause, and only when the end is near.
    pause = setTimeout(() => { spoken.textContent = left < limit / 10 ? line.textContent : ""; }, 1200);
  };
  field.addEventListener("input", count);
  count();
}
