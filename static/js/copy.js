// Buttons that copy the words beside them. They are hidden until this runs, so nobody meets a dead one.
for (const button of document.querySelectorAll("[data-copy]")) {
  const source = document.getElementById(button.dataset.copy);
  if (!source || !navigator.clipboard) continue;
  const label = button.querySelector("[data-label]") ?? button;
  const words = label.textContent;
  button.hidden = false;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(source.value ?? source.innerText);
      label.textContent = "Copied";
    } catch {
      label.textContent = "Select the words and copy them";
    }
    setTimeout(() => { label.textContent = words; }, 4000);
  });
}
